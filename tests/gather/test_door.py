"""Only the open internet is visited, whatever name an address hides behind."""

import pytest

from salient.domain.errors import FetchError
from salient.gather.door import check_address


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("ftp://news.example/a", "only http and https"),
        ("file:///etc/passwd", "only http and https"),
        ("javascript:alert(1)", "only http and https"),
        ("http:///path", "names no host"),
        ("http://user:secret@news.example/", "user name"),
        ("http://news.example/a b", "blanks or control"),
        ("http://news.example:99999/", "not an address"),
        ("http://[::1", "not an address"),
        ("http://a..b/", "no host name"),
        (f"http://{'a' * 70}.example/", "no host name"),
    ],
)
def test_what_is_no_web_address_is_refused(url: str, reason: str) -> None:
    with pytest.raises(FetchError, match=reason) as caught:
        check_address(url, "list.txt:3", lambda host, port: ["93.184.216.34"])
    assert caught.value.name == "list.txt:3"


@pytest.mark.parametrize(
    "ip",
    [
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.9",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1%eth0",
        "fd00::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
    ],
)
def test_addresses_of_the_own_network_are_refused_after_resolution(ip: str) -> None:
    with pytest.raises(FetchError, match="not an address of the open internet"):
        check_address("http://innocent.example/", "x", lambda host, port: ["93.184.216.34", ip])
    assert check_address("http://innocent.example/", "x", lambda host, port: [ip], allow_private=True).ip == ip


def test_an_open_address_is_connected_to_by_what_was_checked() -> None:
    found = check_address("https://Новини.example/шлях?q=так", "x", lambda host, port: ["93.184.216.34"])
    assert (found.host, found.port, found.ip, found.secure) == (
        "xn--b1amarcd.example",
        443,
        "93.184.216.34",
        True,
    )
    assert found.target == "/%D1%88%D0%BB%D1%8F%D1%85?q=%D1%82%D0%B0%D0%BA"


def test_a_name_that_nobody_knows() -> None:
    def unknown(host: str, port: int) -> list[str]:
        raise OSError("unknown")

    for resolve in (unknown, lambda host, port: []):
        with pytest.raises(FetchError, match=r"no such host: gone\.example"):
            check_address("http://gone.example/", "x", resolve)
