"""What the ledger says to PostgreSQL: set-wise, each statement for any number of rows (`storage.ledger_postgres`).

``id = ANY($n)`` and not a join alone, or the planner may read the whole table for a handful of rows. Who only puts
rows in order skips those that somebody else has in hand: no two members ever wait for each other.
"""

LANES_IN_ORDER = "BETWEEN 1 AND 3"  # of the index outbox_in_order
MINE = "(cardinality($%d::int[]) = 64 OR (hashtext(o.address) & 63) = ANY($%d::int[]))"

LOOK = f"""
WITH due AS MATERIALIZED (
    SELECT found.id, l.place FROM unnest($4::int[]) WITH ORDINALITY AS l(lane, place), LATERAL (
        SELECT o.id, o.next_at FROM outbox o
        WHERE o.channel = $1 AND o.lane = l.lane AND o.state = 'queued' AND o.next_at <= $2 AND {MINE % (5, 5)}
        ORDER BY o.next_at, o.id LIMIT $3) AS found
    ORDER BY l.place, found.next_at, found.id LIMIT $3)
SELECT o.id, o.address, o.lane, o.operation, COALESCE(o.content, b.content), o.anchor, o.target, o.thread,
       t.platform_id, h.platform_id, o.reply_to, o.person, o.case_id, o.report::int, o.attempts, o.doubts,
       o.next_at, o.not_after, o.spread_id
FROM due JOIN outbox o ON o.id = due.id
LEFT JOIN bodies b ON b.id = o.body_id
LEFT JOIN anchors t ON t.name = o.target
LEFT JOIN anchors h ON h.name = o.thread
WHERE o.state = 'queued'
ORDER BY due.place, o.next_at, o.id"""
NEXT = f"""
SELECT min(soonest.next_at) FROM unnest($3::int[]) AS l(lane), LATERAL (
    SELECT o.next_at FROM outbox o
    WHERE o.channel = $1 AND o.lane = l.lane AND o.state = 'queued' AND o.next_at > $2 AND {MINE % (4, 4)}
    ORDER BY o.next_at LIMIT 1) AS soonest"""

# Nobody takes us off before this is committed; a commit of ours that we gave up, but the server has not, ends first.
STANDING = "SELECT pg_advisory_xact_lock($2, hashtext($1)) IS NULL FROM members WHERE owner = $1 FOR KEY SHARE"
FREE = """
SELECT id FROM outbox WHERE id = ANY($1::bigint[]) AND state = 'queued'
  AND (operation = 'answer' OR pg_try_advisory_xact_lock($2, hashtext(channel || ':' || address)))
ORDER BY id FOR NO KEY UPDATE SKIP LOCKED"""
CLAIM = f"""
UPDATE outbox SET state = 'sending', leased_by = $2, lease_until = $3, started_at = $4
WHERE id = ANY($1::bigint[]) AND state = 'queued' AND (operation = 'answer' OR NOT EXISTS (
    SELECT 1 FROM outbox s WHERE s.channel = outbox.channel AND s.address = outbox.address AND s.state = 'sending'
      AND s.operation <> 'answer'))
  AND (operation = 'answer' OR NOT lane {LANES_IN_ORDER} OR NOT EXISTS (
    SELECT 1 FROM outbox e WHERE e.channel = outbox.channel AND e.address = outbox.address AND e.lane = outbox.lane
      AND e.id < outbox.id AND e.state = 'queued' AND e.lane + 0 {LANES_IN_ORDER} AND e.operation <> 'answer'
      AND (e.leased_by IS NOT NULL OR e.next_at <= $4)))
RETURNING id"""
UNDO = """
UPDATE outbox SET state = 'queued' WHERE id = ANY($1::bigint[]) AND state = 'sending' AND leased_by = $2"""

SENT = """
UPDATE outbox SET state = 'sent', reason = done.reason, platform_id = done.platform_id, ended_at = $5,
       attempts = attempts + 1
FROM unnest($1::bigint[], $2::text[], $3::text[]) AS done(id, platform_id, reason)
WHERE outbox.id = ANY($1) AND outbox.id = done.id AND outbox.state = 'sending' AND outbox.leased_by = $4
RETURNING outbox.id"""
ENDED = """
UPDATE outbox SET state = done.state, reason = done.reason, ended_at = $7, attempts = attempts + done.counted,
       doubts = doubts + done.doubted
FROM unnest($1::bigint[], $2::text[], $3::text[], $4::int[], $5::int[]) AS done(id, state, reason, counted, doubted)
WHERE outbox.id = ANY($1) AND outbox.id = done.id AND outbox.state = 'sending' AND outbox.leased_by = $6
RETURNING outbox.id"""
AGAIN = """
UPDATE outbox SET state = 'queued', reason = done.reason, next_at = done.next_at, attempts = attempts + done.counted,
       doubts = doubts + done.doubted,
       leased_by = CASE WHEN done.reason IS NULL AND attempts = 0 THEN NULL ELSE leased_by END
FROM unnest($1::bigint[], $2::text[], $3::bigint[], $4::int[], $5::int[])
     AS done(id, reason, next_at, counted, doubted)
WHERE outbox.id = ANY($1) AND outbox.id = done.id AND outbox.state = 'sending' AND outbox.leased_by = $6
RETURNING outbox.id"""
_IN_HAND = """(
    SELECT id FROM outbox WHERE id = ANY($1::bigint[]) AND state = 'queued'
    ORDER BY id FOR NO KEY UPDATE SKIP LOCKED)"""
UNSENT = f"""
UPDATE outbox SET state = done.state, reason = done.reason, ended_at = $4
FROM unnest($1::bigint[], $2::text[], $3::text[]) AS done(id, state, reason)
WHERE outbox.id = ANY(ARRAY{_IN_HAND}) AND outbox.id = done.id RETURNING outbox.id"""
TURN = f"""
UPDATE outbox SET next_at = turn.next_at, leased_by = CASE WHEN turn.held THEN $4 ELSE leased_by END
FROM unnest($1::bigint[], $2::bigint[], $3::bool[]) AS turn(id, next_at, held)
WHERE outbox.id = ANY(ARRAY{_IN_HAND}) AND outbox.id = turn.id"""
ROUSE = f"UPDATE outbox SET next_at = $2 WHERE id = ANY(ARRAY{_IN_HAND})"

ANCHOR = """
INSERT INTO anchors (name, channel, address, platform_id)
SELECT DISTINCT ON (name) name, $2, address, platform_id
FROM unnest($1::text[], $3::text[], $4::text[]) AS known(name, address, platform_id) ORDER BY name
ON CONFLICT (name) DO UPDATE SET channel = excluded.channel, address = excluded.address,
                                 platform_id = excluded.platform_id"""
REPORT = """
INSERT INTO inbox (channel, dedupe, conversation, payload, state, attempts, received_at, next_at)
SELECT 'liaison', dedupe, conversation, payload, 'new', 0, $4, $4
FROM unnest($1::text[], $2::text[], $3::text[]) AS report(dedupe, conversation, payload) ON CONFLICT DO NOTHING"""
TALLY = """
INSERT INTO spread_tally (spread_id, state, "rows")
SELECT * FROM unnest($1::bigint[], $2::text[], $3::bigint[]) AS ended(spread_id, state, "rows") ORDER BY 1, 2
ON CONFLICT (spread_id, state) DO UPDATE SET "rows" = spread_tally."rows" + excluded."rows" """
HALT_LOCK = "SELECT pg_advisory_xact_lock_shared($2, id::int) FROM unnest($1::bigint[]) AS asked(id) ORDER BY id"
HALTED = "SELECT id, halt FROM spreads WHERE id = ANY($1::bigint[]) AND halt IS NOT NULL"
HALT = f"UPDATE outbox SET state = $2, ended_at = $3 WHERE id = ANY(ARRAY{_IN_HAND}) RETURNING id"
BLOCKED = """
UPDATE residents SET reach = 'blocked'
WHERE channel = $1 AND address = ANY($2::text[]) AND reach IN ('active', 'stopped')"""
MOVED_RESIDENT = """
UPDATE residents SET address = $1 WHERE channel = $2 AND address = $3
  AND NOT EXISTS (SELECT 1 FROM residents WHERE channel = $2 AND address = $1)"""
MOVED_QUEUED = "UPDATE outbox SET address = $1 WHERE channel = $2 AND address = $3 AND state IN ('queued', 'sending')"
WAIT = """
INSERT INTO waits (scope, until) SELECT * FROM unnest($1::text[], $2::bigint[]) AS wait(scope, until) ORDER BY scope
ON CONFLICT (scope) DO UPDATE SET until = greatest(waits.until, excluded.until)"""
NOTIFY = "SELECT pg_notify('liaison', $1)"

PENDING = """
SELECT DISTINCT anchor FROM outbox
WHERE anchor IS NOT NULL AND anchor = ANY($1::text[]) AND state IN ('queued', 'sending')"""
ORPHANS = """
SELECT id, lane, operation, report, case_id, spread_id FROM outbox
WHERE state = 'sending' AND NOT EXISTS (SELECT 1 FROM members WHERE owner = outbox.leased_by)
ORDER BY id FOR NO KEY UPDATE SKIP LOCKED"""
ORPHANED = """
SELECT EXISTS (SELECT 1 FROM outbox WHERE state = 'sending'
               AND NOT EXISTS (SELECT 1 FROM members WHERE owner = outbox.leased_by))"""
HELD = """
UPDATE outbox SET state = 'doubt', reason = 'crash', ended_at = $2, doubts = doubts + 1
WHERE id = ANY($1::bigint[])"""
RESENT = """
UPDATE outbox SET state = 'queued', reason = 'crash', attempts = attempts + 1,
       doubts = doubts + CASE WHEN operation = ANY($2::text[]) THEN 0 ELSE 1 END
WHERE id = ANY($1::bigint[])"""
FORGET_WAITS = "DELETE FROM waits WHERE until <= $1"
WAITS = "SELECT scope, until FROM waits WHERE until > $1"
BEGUN = """
SELECT channel, address, lane, id, next_at FROM outbox
WHERE state = 'queued' AND leased_by IS NOT NULL AND attempts > 0 ORDER BY id LIMIT $1"""
REWIND = """
UPDATE outbox SET next_at = $1
WHERE channel = $2 AND lane BETWEEN 0 AND 5 AND state = 'queued' AND next_at > $1 AND next_at <= $3
  AND created_at > $1"""
RECENT = """
SELECT ended_at FROM outbox
WHERE address = $1 AND case_id IS NOT NULL AND platform_id IS NOT NULL AND channel = $2 AND ended_at > $3"""
ANYTHING = "SELECT EXISTS (SELECT 1 FROM outbox)"
