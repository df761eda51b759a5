"""The CAP reader: samples as their manifest says, what is written reads back, and nothing hostile gets in."""

import json
import resource
import time
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from lxml import etree

from alerts.cap.bounded import MAX_BYTES, MAX_DEPTH, MAX_ELEMENTS
from alerts.cap.judge import judge
from alerts.cap.message import Alert
from alerts.cap.read import read
from alerts.cap.remark import Verdict, verdict
from alerts.cap.write import write
from bot.cap_check import check_files
from tests.unit.cap_messages import ALERTS, FLOOD, SAMPLES

needs_samples = pytest.mark.skipif(not SAMPLES.is_dir(), reason="the shared CAP samples are not beside the checkout")
MANIFEST = json.loads((SAMPLES / "manifest.json").read_text()) if SAMPLES.is_dir() else []


def keys(data: bytes | str) -> list[str]:
    """What is remarked of the message, as keys."""
    reading = read(data.encode() if isinstance(data, str) else data)
    assert (reading.alert is None) == (verdict(reading.remarks) is Verdict.REJECT)
    return [remark.key for remark in judge(reading)]


@needs_samples
@pytest.mark.parametrize("sample", MANIFEST, ids=lambda sample: str(sample["file"]))
def test_each_sample_is_taken_as_the_manifest_says(sample: dict[str, str]) -> None:
    (alone,) = check_files([SAMPLES / sample["file"]])
    assert alone.verdict == sample["expected"], alone.remarks


@needs_samples
def test_all_samples_together_and_what_is_in_them() -> None:
    found = {c.path.name: c for c in check_files([SAMPLES / sample["file"] for sample in MANIFEST])}
    assert {name: str(c.verdict) for name, c in found.items()} == {s["file"]: s["expected"] for s in MANIFEST}
    for sample in MANIFEST:
        reading = read((SAMPLES / sample["file"]).read_bytes())
        if reading.alert is not None:
            assert facts(reading.alert) == {key: sample[key] for key in facts(reading.alert)}, sample["file"]
            assert reading.signed == sample["signed"]


def facts(alert: Alert) -> dict[str, object]:
    """What the manifest says of a message."""
    areas = [area for info in alert.infos for area in info.areas]
    return {
        "identifier": alert.identifier,
        "status": str(alert.status),
        "msgType": str(alert.msg_type),
        "scope": str(alert.scope),
        "references": len(alert.references),
        "languages": [info.language for info in alert.infos],
        "expires": sum(info.expires is not None for info in alert.infos),
        "areas": len(areas),
        "polygons": sum(len(area.polygons) for area in areas),
        "circles": sum(len(area.circles) for area in areas),
        "geocodes": sum(len(area.geocodes) for area in areas),
    }


@needs_samples
def test_samples_survive_writing() -> None:
    for sample in MANIFEST:
        alert = read((SAMPLES / sample["file"]).read_bytes()).alert
        if alert is not None:
            assert read(write(alert)).alert == alert, sample["file"]


@given(ALERTS)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_what_is_written_reads_back_the_same(alert: Alert) -> None:
    reading = read(write(alert))
    assert reading.alert == alert
    assert reading.remarks == ()


@pytest.fixture(scope="module")
def schema() -> etree.XMLSchema:
    """The official schema."""
    path = SAMPLES / "CAP-v1.2.xsd"
    if not path.is_file():
        pytest.skip("the official CAP schema is not beside the checkout")
    return etree.XMLSchema(etree.parse(path))


@given(ALERTS)
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_what_is_written_is_valid_by_the_official_schema(schema: etree.XMLSchema, alert: Alert) -> None:
    schema.assertValid(etree.fromstring(write(alert)))


def test_characters_that_xml_cannot_carry_are_left_out() -> None:
    alert = read(FLOOD.encode()).alert
    assert alert is not None
    object.__setattr__(alert, "note", "a\x00b\x0bc\ud800d\ufffe")
    again = read(write(alert)).alert
    assert again is not None
    assert again.note == "abcd"


def mutate(root: etree._Element, data: st.DataObject) -> None:
    """One change that the schema may or may not mind."""
    nodes = list(root.iter())
    node = data.draw(st.sampled_from(nodes), label="node")
    parent = node.getparent()
    change = data.draw(
        st.sampled_from(["text", "drop", "twice", "move", "rename", "attribute", "nest"]), label="change"
    )
    if change == "text":
        odd = [
            "",
            " ",
            "x",
            "Actual",
            " Actual",
            "12",
            "-1.5",
            ".5",
            "1e3",
            "2026-03-01T18:00:00+01:00",
            "en",
            "e n",
            "%zz",
        ]
        odd += ["2026-02-30T18:00:00+01:00", "2026-03-01T24:00:00-00:00", "2026-03-01T18:00:00Z", "1,1 5", "2026-03-01"]
        odd += [
            " 2026-03-01T18:00:00+14:00\n",
            "2026-03-01T18:00:00+14:01",
            "2026-03-01T18:00:60+01:00",
            "0000-01-01T00:00:00-00:00",
        ]
        node.text = data.draw(st.sampled_from(odd), label="text")
    elif change == "attribute":
        node.set(data.draw(st.sampled_from(["id", "lang"])), "x")
    elif change == "rename":
        node.tag = node.tag.replace(
            etree.QName(node).localname, data.draw(st.sampled_from(["info", "event", "value", "foo"]))
        )
    elif parent is None:
        return
    elif change == "drop":
        parent.remove(node)
    elif change == "twice":
        parent.insert(parent.index(node), etree.fromstring(etree.tostring(node)))
    elif change == "nest":
        etree.SubElement(node, node.tag)
    else:
        parent.insert(data.draw(st.integers(0, len(parent))), node)


@given(ALERTS, st.data())
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_the_reader_refuses_whatever_the_official_schema_refuses(
    schema: etree.XMLSchema, alert: Alert, data: st.DataObject
) -> None:
    """Beyond the schema only section 3 of the specification may refuse: geometry and empty names."""
    root = etree.fromstring(write(alert))
    mutate(root, data)
    remarks = read(etree.tostring(root)).remarks
    refused = {remark.key for remark in remarks if remark.verdict is Verdict.REJECT}
    beyond = {"cap-polygon-pair", "cap-polygon-short", "cap-polygon-open", "cap-circle", "cap-element-empty"}
    valid = schema.validate(root) or all("anyURI" in error.message for error in schema.error_log)
    assert bool(refused - beyond) is not valid, (remarks, schema.error_log)


BOMB = "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10}">' for i in range(1, 12))
HOSTILE = {
    "empty": b"",
    "blank": b" \n\t",
    "text": b"Flood!",
    "nul": FLOOD.encode().replace(b"flood-1", b"flood\0-1"),
    "only nul": b"\0" * 1000,
    "billion laughs": f'<!DOCTYPE alert [<!ENTITY e0 "lol">{BOMB}]><alert>&e11;</alert>'.encode(),
    "quadratic": f'<!DOCTYPE a [<!ENTITY e "{"x" * 50_000}">]><a>{"&e;" * 50_000}</a>'.encode(),
    "external": b'<!DOCTYPE a SYSTEM "http://127.0.0.1:9/x.dtd"><a/>',
    "utf-16 bomb": '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'.encode("utf-16"),
    "utf-7": FLOOD.replace('"UTF-8"', '"UTF-7"').encode(),
    "utf-7 bytes": b"+ADw-alert+AD4-",
    "rot13": FLOOD.replace('"UTF-8"', '"rot13"').encode(),
    "zlib": FLOOD.replace('"UTF-8"', '"zlib"').encode(),
    "koi8-r": FLOOD.replace('"UTF-8"', '"koi8-r"').encode(),
    "ebcdic": FLOOD.replace('"UTF-8"', '"cp037"').encode(),
    "no such encoding": FLOOD.replace('"UTF-8"', '"iso-8859-77"').encode(),
    "latin-1 that says utf-8": FLOOD.encode("iso-8859-2"),
    "utf-8 that says utf-16": FLOOD.replace('"UTF-8"', '"UTF-16"').encode(),
    "utf-32": FLOOD.encode("utf-32"),
    "deep": b"<alert xmlns='urn:oasis:names:tc:emergency:cap:1.2'>" + b"<info>" * 500_000,
    "deep foreign": b"<alert xmlns='urn:oasis:names:tc:emergency:cap:1.2'>" + b"<x xmlns='u:x'>" * 200_000,
    "many": b"<alert xmlns='urn:oasis:names:tc:emergency:cap:1.2'>" + b"<code/>" * 500_000 + b"</alert>",
    "attributes": b"<alert xmlns='urn:oasis:names:tc:emergency:cap:1.2' "
    + b" ".join(b"a%d='1'" % i for i in range(200_000))
    + b"/>",
    "huge attribute": b"<alert x='" + b"y" * 4_000_000 + b"'/>",
    "huge": b"<alert>" + b" " * MAX_BYTES,
    "cut": FLOOD.encode()[:700],
    "two roots": FLOOD.encode() + b"<alert/>",
    "unbound prefix": FLOOD.replace("<alert ", "<cap:alert ").encode(),
    "undefined entity": FLOOD.replace("flood-1", "&nbsp;").encode(),
    "cap 1.1": FLOOD.replace("cap:1.2", "cap:1.1").encode(),
    "cap 1.0": FLOOD.replace("urn:oasis:names:tc:emergency:cap:1.2", "http://www.incident.com/cap/1.0").encode(),
    "no namespace": FLOOD.replace(' xmlns="urn:oasis:names:tc:emergency:cap:1.2"', "").encode(),
    "other namespace": FLOOD.replace("cap:1.2", "cap:2.0").encode(),
    "feed": b'<feed xmlns="http://www.w3.org/2005/Atom"/>',
    "commas": FLOOD.replace("<info>", f"<references>{'a ' * 400_000}</references><info>", 1).encode(),
    "phrases": FLOOD.replace("<area>", f"<description>{'this is a ' * 200_000}</description><area>").encode(),
    "digits": FLOOD.replace("51.635,", "5" * 1_000_000 + ",").encode(),
    "infinity": FLOOD.replace("51.635,", "inf,").encode(),
    "nan": FLOOD.replace("51.635,", "nan,").encode(),
    "exponent": FLOOD.replace("51.635,", "5e1,").encode(),
    "arabic digits": FLOOD.replace("51.635,", "٥١,").encode(),
}
TAKEN = {"commas", "phrases"}  # valid, if long-winded


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_bytes_are_refused_at_once(name: str) -> None:
    began, before = time.process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    said = keys(HOSTILE[name])
    assert said or name in TAKEN
    assert (verdict(judge(read(HOSTILE[name]))) is Verdict.REJECT) is (name not in TAKEN)
    assert time.process_time() - began < 5
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 200_000  # KiB


def test_why_the_worst_are_refused() -> None:
    doctype = ["billion laughs", "quadratic", "external", "utf-16 bomb"]
    assert [keys(HOSTILE[name]) for name in doctype] == [["cap-doctype"]] * 4
    assert [keys(HOSTILE[name])[0] for name in ("cap 1.0", "cap 1.1", "no namespace", "other namespace", "feed")] == [
        "cap-namespace-old",
        "cap-namespace-old",
        "cap-namespace-none",
        "cap-namespace-other",
        "cap-root",
    ]
    assert [keys(HOSTILE[name]) for name in ("utf-7", "koi8-r", "ebcdic")] == [["cap-encoding-refused"]] * 3
    assert keys(HOSTILE["latin-1 that says utf-8"]) == ["cap-encoding-wrong"]
    assert keys(HOSTILE["huge"]) == ["cap-too-large"]
    assert keys(HOSTILE["deep"]) == keys(HOSTILE["deep foreign"]) == ["cap-too-deep"]
    assert keys(HOSTILE["many"]) == ["cap-too-many-elements"]
    assert (MAX_DEPTH, MAX_ELEMENTS) == (32, 50_000)


RING = "51.635,18.933 51.637,18.947 51.631,18.949 51.635,18.933"


@pytest.mark.parametrize(
    ("shape", "said"),
    [
        (f"<polygon>{RING}</polygon>", []),
        (f"<polygon>\n  {RING.replace(' ', chr(10))}\t</polygon>", []),
        ("<polygon>1,179.5 1,180.5 2,180.5 1,179.5</polygon>", []),  # longitudes that go on beyond 180
        ("<polygon>51.635,18.933 51.637,18.947 51.635,18.933</polygon>", ["cap-polygon-short"]),
        ("<polygon>51.635,18.933 51.637,18.947 51.631,18.949 51.6,18.933</polygon>", ["cap-polygon-open"]),
        (f"<polygon>{RING.replace('51.637', '91')}</polygon>", ["cap-polygon-pair"]),
        (f"<polygon>{RING.replace('18.947', '361')}</polygon>", ["cap-polygon-pair"]),
        (f"<polygon>{RING.replace(',', ', ')}</polygon>", ["cap-polygon-pair"]),
        (f"<polygon>{RING.replace(',', ';')}</polygon>", ["cap-polygon-pair"]),
        (f"<polygon>{RING.replace('18.947', '18.947,200')}</polygon>", ["cap-polygon-pair"]),
        ("<circle>51.6,18.9 5</circle>", []),
        ("<circle>51.6,18.9 0</circle>", []),  # a point
        ("<circle>51.6,18.9</circle>", ["cap-circle"]),
        ("<circle>51.6,18.9 -5</circle>", ["cap-circle"]),
        ("<circle>51.6 18.9 5</circle>", ["cap-circle"]),
        ("<circle>51.6,18.9 5 km</circle>", ["cap-circle"]),
        ("<circle>51.6,18.9 1e9</circle>", ["cap-circle"]),
    ],
)
def test_places_that_cannot_be_right_are_refused(shape: str, said: list[str]) -> None:
    """Section 3.2.4 of the specification."""
    assert keys(FLOOD.replace(f"<polygon>{RING}</polygon>", shape)) == said


@pytest.mark.parametrize("moment", ["2026-03-01T18:00:00Z", "2026-03-01T18:00:00", "2026-02-30T18:00:00+01:00", "noon"])
def test_times_that_are_none_are_refused(moment: str) -> None:
    assert keys(FLOOD.replace("2026-03-01T18:00:00+01:00", moment)) == ["cap-time"]


def test_a_message_without_a_name_is_refused() -> None:
    assert keys(FLOOD.replace("flood-1", " ")) == ["cap-element-empty"]
    assert keys(FLOOD.replace("crisis@brzegowice.example", "")) == ["cap-element-empty"]


def test_an_encoding_that_can_be_read_is_shown_to_a_person() -> None:
    assert keys(FLOOD.replace('"UTF-8"', '"ISO-8859-2"').encode("iso-8859-2")) == ["cap-encoding-unusual"]
    assert keys(FLOOD.replace('"UTF-8"', '"UTF-16"').encode("utf-16")) == ["cap-encoding-unusual"]
    assert keys(FLOOD.encode("utf-8-sig")) == []


FUZZ_TOKENS = [
    b"<",
    b">",
    b"&",
    b"</",
    b"<!--",
    b"]]>",
    b"<![CDATA[",
    b"<?",
    b'"',
    b"\x00",
    b"\xff",
    b"\xfe\xff",
    b"&#0;",
]


@given(st.binary(max_size=300))
@example(b"\xff\xfe<\x00")
@settings(max_examples=300, deadline=None)
def test_no_bytes_raise(data: bytes) -> None:
    keys(data)


@given(
    st.lists(
        st.tuples(st.integers(0, len(FLOOD.encode())), st.sampled_from(FUZZ_TOKENS), st.integers(0, 20)), max_size=4
    )
)
@settings(max_examples=400, deadline=None)
def test_no_damage_to_a_message_raises(changes: list[tuple[int, bytes, int]]) -> None:
    data = FLOOD.encode()
    for at, token, cut in changes:
        data = data[:at] + token + data[at + cut :]
    keys(data)


def test_many_files_do_not_add_up(tmp_path: Path) -> None:
    """Twenty files of 3 MB in one call take the memory of four."""
    for number in range(20):
        text = FLOOD.replace("flood-1", f"flood-{number}")
        (tmp_path / f"{number}.xml").write_text(
            text.replace("<area>", f"<description>{'x' * 3_000_000}</description><area>")
        )
    paths = sorted(tmp_path.iterdir())
    assert _most_held(paths) < _most_held(paths[:4]) + 3_000_000


def _most_held(paths: list[Path]) -> int:
    """Bytes that were held at once while these files were checked; all of them are accepted."""
    tracemalloc.start()
    try:
        found = [checked.verdict for checked in check_files(paths)]
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert found == [Verdict.ACCEPT] * len(paths)
    return most
