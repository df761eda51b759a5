"""What is deployed says what the program says: roles, ports, an unprivileged account, and no secret of anybody's."""

import re
from typing import Any

import yaml

from bot.roles import TASKS
from tests.architecture.catalog_use import ROOT

DEPLOYED = ["Dockerfile", "compose.yaml", "deploy/kubernetes/liaison.yaml", "deploy/systemd/liaison@.service"]


def text(path: str) -> str:
    return (ROOT / path).read_text("utf-8")


def deployments() -> list[dict[str, Any]]:
    return [one for one in yaml.safe_load_all(text("deploy/kubernetes/liaison.yaml")) if one["kind"] == "Deployment"]


def test_kubernetes_runs_every_role_as_nobody_in_particular() -> None:
    assert {one["metadata"]["name"] for one in deployments()} == set(TASKS)
    for one in deployments():
        name, pod = one["metadata"]["name"], one["spec"]["template"]["spec"]
        [container] = pod["containers"]
        assert container["args"] == ["run", "--role", name]
        assert one["spec"]["selector"]["matchLabels"]["role"] == name
        assert one["spec"]["template"]["metadata"]["labels"]["role"] == name
        assert pod["securityContext"]["runAsNonRoot"]
        assert not container["securityContext"]["allowPrivilegeEscalation"]
        assert not container["image"].endswith(":latest")


def test_compose_runs_the_bot_beside_postgresql() -> None:
    services = yaml.safe_load(text("compose.yaml"))["services"]
    assert services["liaison"]["environment"]["DATABASE_URL"].startswith("postgresql://")
    assert services["liaison"]["depends_on"]["database"]["condition"] == "service_healthy"
    roles = {service["command"][2] for service in services.values() if "command" in service}
    assert roles <= set(TASKS)


def test_the_container_is_not_root_and_tells_its_health() -> None:
    lines = text("Dockerfile").splitlines()
    users = [line.split()[1] for line in lines if line.startswith("USER ")]
    assert users
    assert users[-1] not in ("root", "0")
    assert any(line.startswith("HEALTHCHECK") for line in lines)


def test_everything_that_the_container_is_made_of_is_pinned_and_hashed() -> None:
    joined = text("Dockerfile").replace("\\\n", " ")
    installs = [part for line in joined.splitlines() for part in line.split("&&") if "pip install" in part]
    assert len(installs) >= 2
    for part in installs:
        assert "--require-hashes" in part or ("--no-deps" in part and "--no-build-isolation" in part), part
    pinned, _, _ = text("requirements/build.txt").partition("    # via")
    assert pinned in text("requirements/dev.txt")  # the very same file as in development


def test_no_secret_is_written_down() -> None:
    for path in DEPLOYED:
        assert not re.search(r"xox[bp]-|xapp-|\d{6,}:[A-Za-z0-9_-]{20,}", text(path)), path
        assert not re.search(r"postgresql://\w+:[^$@\s]+@", text(path)), path
