"""The department router: starts from configuration, learns from every label, says how sure it is and why."""

from collections.abc import Collection, Mapping, Sequence

from understanding.routing import restore
from understanding.routing.model import Model
from understanding.routing.profile import (
    Action,
    Decision,
    DepartmentProfile,
    Features,
    LabelKind,
    RouterSettings,
)
from understanding.routing.reasons import reasons


class UnknownDepartment(ValueError):
    """A label that names no configured department."""


class Router:
    """One model for all languages. Not thread-safe: one owner at a time. Same input, same state, same answer."""

    def __init__(self, departments: Sequence[DepartmentProfile], settings: RouterSettings | None = None) -> None:
        """Raises ValueError when there is no department or an id is given twice. Their order does not matter."""
        self.settings = settings or RouterSettings()
        if not departments or len({d.id for d in departments}) != len(departments):
            raise ValueError("a router needs at least one department, each id once")
        self._model = Model(departments, self.settings)

    @property
    def departments(self) -> tuple[str, ...]:
        """The ids of the departments it knows."""
        return tuple(self._model.ids)

    @property
    def labels(self) -> int:
        """How many labels it has learned."""
        return self._model.labels

    def predict(self, features: Features, *, exclude: Collection[str] = ()) -> Decision:
        """Probabilities of all departments (those in `exclude` get 0), what to do and why. Changes nothing."""
        reading = self._model.read(features)
        ids = self._model.ids
        kept = [0.0 if d in exclude else c for d, c in zip(ids, reading.chances, strict=True)]
        total = sum(kept)
        if total <= 0:
            kept, total = [1.0] * len(kept), float(len(kept))
        ranking = sorted(((d, c / total) for d, c in zip(ids, kept, strict=True)), key=lambda p: (-p[1], p[0]))
        return Decision(
            ranking=tuple(ranking),
            action=self._action(features.lang, ranking, reading.plain),
            reasons=reasons(self._model, features, reading, self._model.places[ranking[0][0]]),
        )

    def learn(
        self,
        features: Features,
        label: str,
        *,
        reference: str | None = None,
        weight: float = 1.0,
        kind: LabelKind = "reassigned",
    ) -> None:
        """Learn that this message belongs to `label`. `reference` is the case's, shown later as "similar to".

        A confirmation counts like a correction: learning from corrections alone never opens the gate.
        Raises UnknownDepartment for a label that is not configured.
        """
        if label not in self._model.places:
            raise UnknownDepartment(label)
        self._model.learn(features, self._model.places[label], reference, weight)

    def _action(self, lang: str | None, ranking: Sequence[tuple[str, float]], plain: int | None) -> Action:
        first, chance = ranking[0]
        if chance >= self._model.gate.threshold(lang):
            return "auto"
        is_plain = plain is not None and self._model.ids[plain] == first and chance >= self.settings.plain_from
        if is_plain and self._model.gate.trusts_plain_words(lang):
            return "auto"
        return "ask" if sum(chance for _, chance in ranking[:3]) >= self.settings.ask_from else "front_desk"

    def dump(self) -> bytes:
        """The learned state for the store: versioned, compressed, without anybody's words."""
        return restore.dump(self._model)

    @classmethod
    def load(
        cls,
        state: bytes,
        departments: Sequence[DepartmentProfile],
        settings: RouterSettings | None = None,
        *,
        merged: Mapping[str, str] | None = None,
    ) -> "Router":
        """A router with what was learned before, for the departments of today.

        New departments start from their words; removed ones are forgotten; `merged` maps an old id to the one that
        took its work over. Raises UnreadableState (a ValueError) for anything but this version's state.
        """
        router = cls(departments, settings)
        restore.load(router._model, state, merged or {})
        return router
