import pytest

from tests.fakes import MemoryLibrary


@pytest.fixture
def library() -> MemoryLibrary:
    return MemoryLibrary()


@pytest.fixture(autouse=True)
def _no_network(monkeypatch):
    """Reading a document opens no connection; if one tries, its test fails."""
    import socket

    def refuse(*args, **kwargs):
        raise AssertionError("a reader tried to open a connection")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
