"""Feeds, sitemaps, exports and pages as real servers and programs write them; texts written for this project."""

import json

PARAGRAPHS = (
    "Rescuers took forty people out of the village of Lisne on Monday after shells had hit the bridge over the river.",
    "The head of the district, Ivan Sokil, said that the road would stay closed for at least three days.",
    "He said shelling went on during the night and that nobody was hurt when the school lost its roof.",
)


def page(
    title: str = "Bridge hit at Lisne", published: str = "2025-12-01", text: tuple[str, ...] = PARAGRAPHS
) -> bytes:
    body = "".join(f"<p>{part}</p>" for part in text)
    return f"""<!doctype html><html lang="en"><head><title>{title}</title>
<meta property="og:site_name" content="The Courier"><meta property="og:title" content="{title}">
<meta property="article:published_time" content="{published}T08:00:00+00:00"></head>
<body><nav><a href="/">Home</a></nav><article><h1>{title}</h1>{body}</article><footer>Imprint</footer></body></html>
""".encode()


def rss(site: str) -> bytes:
    long = "".join(f"<p>{part}</p>" for part in PARAGRAPHS * 4)
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<?xml-stylesheet href="/rss.xsl" type="text/xsl"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:atom="http://www.w3.org/2005/Atom">
<channel><title>The Courier &#8211; News</title><link>{site}/</link><language>en-US</language>
<atom:link href="{site}/feed" rel="self" type="application/rss+xml"/>
<item><title>Bridge hit at Lisne</title><link>/news/bridge</link><guid isPermaLink="false">courier-17</guid>
<pubDate>Mon, 01 Dec 2025 23:30:00 +0000</pubDate><dc:creator>Desk</dc:creator>
<description><![CDATA[A bridge was <b>hit</b>.]]></description></item>
<item><title>All of it &amp; more</title><link>{site}/news/all</link><pubDate>Tue, 02 Dec 2025 06:00:00 GMT</pubDate>
<content:encoded><![CDATA[{long}<script>track()</script>]]></content:encoded></item>
<item><title>Gone</title><link>{site}/news/gone</link></item>
<item><title>Without a page</title><description>The mill at Ostrov stands still, the owner said.</description></item>
</channel></rss>""".encode()


def atom(site: str) -> bytes:
    return f"""<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title type="html">Voice &amp;amp; Echo</title><id>urn:x</id>
<updated>2025-12-02T07:00:00Z</updated>
<entry><title>Bridge hit</title><link rel="alternate" href="{site}/news/bridge"/><id>urn:x:1</id>
<published>2025-12-01T21:30:00Z</published><updated>2025-12-02T07:00:00Z</updated><summary>Short.</summary></entry>
</feed>""".encode()


def json_feed(site: str) -> bytes:
    item = {
        "id": "1",
        "url": f"{site}/news/bridge",
        "title": "Bridge hit",
        "content_html": "<p>Short.</p>",
        "date_published": "2025-12-01T23:30:00+00:00",
    }
    loose = {"id": "2", "content_text": "The ferry at Ostrov runs again, its owner said.", "date_published": "soon"}
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "The Courier", "items": [item, loose]}
    return json.dumps(feed).encode()


def sitemap(site: str, *paths: str) -> bytes:
    entries = "".join(
        f"<url><loc>{site}{path}</loc><lastmod>2025-12-0{n}</lastmod></url>" for n, path in enumerate(paths, 1)
    )
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{entries}</urlset>""".encode()


def sitemap_index(site: str, *paths: str) -> bytes:
    entries = "".join(f"<sitemap><loc>{site}{path}</loc></sitemap>" for path in paths)
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{entries}</sitemapindex>""".encode()


def export() -> dict[str, object]:
    """A channel export as Telegram Desktop writes it."""
    return {
        "name": "Steppe Watch",
        "type": "public_channel",
        "id": 1234567890,
        "messages": [
            {
                "id": 1,
                "type": "service",
                "date": "2024-01-01T10:00:00",
                "actor": "Steppe Watch",
                "action": "create_channel",
            },
            {
                "id": 2,
                "type": "message",
                "date": "2025-12-02T00:30:00",
                "date_unixtime": "1764631800",
                "from": "Steppe Watch",
                "from_id": "channel1234567890",
                "text": [
                    {"type": "bold", "text": "Lisne"},
                    ": the bridge was hit, the head of the district said.\n",
                    {"type": "text_link", "text": "More", "href": "https://courier.example/1"},
                ],
                "text_entities": [{"type": "plain", "text": "…"}],
            },
            {"id": 3, "type": "message", "date": "2025-12-02T09:00:00", "photo": "photos/1.jpg", "text": ""},
            {"id": 4, "type": "message", "date": "2025-12-02T09:30:00", "text": "The ferry at Ostrov is not running."},
        ],
    }


CHANNEL_PAGE = """<!DOCTYPE html><html><head><title>Steppe Watch – Telegram</title></head><body>
<div class="tgme_widget_message text_not_supported_wrap js-widget_message" data-post="steppewatch/42" data-view="x">
<div class="tgme_widget_message_bubble"><div class="tgme_widget_message_author accent_color">
<a class="tgme_widget_message_owner_name" href="https://t.me/steppewatch"><span>Steppe Watch</span></a></div>
<div class="tgme_widget_message_text js-message_text" dir="auto">
<b>Lisne</b>: the bridge was hit,<br/>the mayor said.</div>
<div class="tgme_widget_message_footer"><a class="tgme_widget_message_date" href="https://t.me/steppewatch/42">
<time datetime="2025-12-01T22:30:00+00:00" class="time">22:30</time></a></div></div></div>
<div class="tgme_widget_message" data-post="steppewatch/43"><div class="tgme_widget_message_photo"></div>
<time datetime="2025-12-02T08:00:00+00:00"></time></div>
</body></html>""".encode()
