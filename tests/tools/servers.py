"""A finished site served on loopback by nginx or Apache, with the file that the build writes for each as it stands."""

from __future__ import annotations

import contextlib
import http.client
import socket
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urlsplit

_MODULES = ("/usr/lib/apache2/modules", "/usr/lib64/httpd/modules", "/usr/libexec/apache2")
_LOADED = ("mpm_event", "authz_core", "unixd", "filter", "dir", "mime", "headers", "alias", "deflate")
_NOBODY = "65534"
_PATIENCE = 10.0


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said: status, headers by their names in small letters, each once, and the body."""

    status: int
    headers: dict[str, str]
    body: bytes


def asked(address: str, path: str, **headers: str) -> Answer:
    """What is sent for a path, which is escaped first."""
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=_PATIENCE)
    with contextlib.closing(connection):
        given = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request("GET", quote(path, safe="/?=&"), headers=given)
        answer = connection.getresponse()
        told = answer.getheaders()
        names = [name.lower() for name, _ in told]
        assert len(names) == len(set(names)), f"{path}: a header is sent twice: {told}"
        return Answer(answer.status, {name.lower(): value for name, value in told}, answer.read())


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextlib.contextmanager
def nginx(program: Path, root: Path, file: Path, work: Path) -> Iterator[str]:
    """The address at which nginx serves `root` with the `file`; what it writes goes to the folder `work`."""
    port = _free_port()
    paths = "".join(
        f"{kind}_temp_path {work}/{kind}; " for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    config = work / "nginx.conf"
    config.write_text(
        f"daemon off; master_process off; pid {work}/nginx.pid; error_log stderr;\n"
        f"events {{}}\nhttp {{ access_log off; {paths}\n"
        f"server {{ listen 127.0.0.1:{port}; root {root}; include {file}; }} }}\n",
        encoding="utf-8",
    )
    command = [str(program), "-p", str(work), "-e", "stderr", "-c", str(config)]
    subprocess.run([*command, "-t", "-q"], check=True, timeout=_PATIENCE)
    with _running(command, port) as address:
        yield address


@contextlib.contextmanager
def apache(program: Path, root: Path, file: Path | None, work: Path, allowed: str = "All") -> Iterator[str]:
    """The address at which Apache serves `root` with the `file`, or with what stands there as `.htaccess`.

    `allowed` is what such a file may say.
    """
    port = _free_port()
    modules = next(Path(folder) for folder in _MODULES if Path(folder).is_dir())
    loads = "".join(
        f"<IfModule !{name}_module>\nLoadModule {name}_module {modules}/mod_{name}.so\n</IfModule>\n"
        for name in _LOADED
        if (modules / f"mod_{name}.so").exists()
    )
    config = work / "apache.conf"
    config.write_text(
        f"ServerRoot {work}\nServerName localhost\nListen 127.0.0.1:{port}\nPidFile {work}/apache.pid\n"
        f"ErrorLog /dev/stderr\nDefaultRuntimeDir {work}\n{loads}User #{_NOBODY}\nGroup #{_NOBODY}\n"
        # Nothing of what the machine knows of types helps.
        "TypesConfig /dev/null\n"
        f"<VirtualHost *:{port}>\nDocumentRoot {root}\n"
        f"<Directory {root}>\nRequire all granted\nAllowOverride {'None' if file else allowed}\n</Directory>\n"
        f"{f'Include {file}' if file else ''}\n</VirtualHost>\n",
        encoding="utf-8",
    )
    command = [str(program), "-f", str(config)]
    subprocess.run([*command, "-t"], check=True, timeout=_PATIENCE, capture_output=True)
    with _running([*command, "-X"], port) as address:
        yield address


@contextlib.contextmanager
def _running(command: list[str], port: int) -> Iterator[str]:
    process = subprocess.Popen(command)
    try:
        _wait(process, port, command[0])
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(_PATIENCE)


def _wait(process: subprocess.Popen[bytes], port: int, name: str) -> None:
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        assert process.poll() is None, f"{name} ended with {process.returncode}"
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.05)
    raise TimeoutError(f"{name} does not answer")
