# SPDX-License-Identifier: GPL-3.0-or-later
"""lueur-tool card and prompt: one JSON object each; what is converted keeps its text; what is bad is told in a line."""
import json
import os
import resource
import struct
import subprocess
import sys
import tempfile
import zipfile
import zlib

TOOL = sys.argv[1]
# A sanitizer reserves more address space than there is.
LIMIT = None if "ASAN_OPTIONS" in os.environ else 1 << 30
n = 0


def check(good, name):
    global n
    n += 1
    print(f"{'ok' if good else 'not ok'} {n} - {name}")


def tool(*args):
    def limit():
        if LIMIT:
            resource.setrlimit(resource.RLIMIT_AS, (LIMIT, LIMIT))
    return subprocess.run([TOOL, *args], capture_output=True, text=True, timeout=50, preexec_fn=limit)


def measured(*args):
    """Exit status, standard error, seconds of processor time, and the most memory it had, in MB."""
    read, write = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.dup2(write, 2)
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        os.execv(TOOL, [TOOL, *args])
    os.close(write)
    with os.fdopen(read) as err:
        words = err.read()
    _, status, usage = os.wait4(pid, 0)
    return os.waitstatus_to_exitcode(status), words, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def chunk(kind, body, crc=None):
    crc = zlib.crc32(kind + body) if crc is None else crc
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", crc)


DATA = {"name": "Nora", "description": "She keeps the lamp, and sings to {{user}}.", "personality": "calm",
        "first_mes": "Hello, {{user}}.", "mes_example": "<START>\n{{user}}: Hi\n{{char}}: Hello",
        "system_prompt": "{{original}}\nNever admit you are an AI.", "extensions": {"x": 1}, "character_book": {"entries": [
            {"keys": ["lamp"], "content": "The lamp burns oil.", "enabled": True, "insertion_order": 1, "extensions": {}},
            {"keys": ["sea"], "content": "The sea is wide.", "enabled": True, "insertion_order": 1, "extensions": {}}]}}
CARD = json.dumps({"spec": "chara_card_v2", "spec_version": "2.0", "data": DATA})


def prompt_tests(top):
    chat = f"{top}/chat.jsonl"
    with open(chat, "w", encoding="utf-8") as f:
        f.write(json.dumps({"user_name": "Sam", "character_name": "Nora"}) + "\n")
        f.write(json.dumps({"name": "Nora", "is_user": False, "mes": "Hello, Sam."}) + "\nbroken\n\n")
        f.write(json.dumps({"name": "x", "is_system": True, "mes": "hidden"}) + "\n")
        f.write(json.dumps({"name": "Sam", "is_user": True, "swipes": ["no", "How is the lamp?"], "swipe_id": 1}))
    args = ("prompt", "--card", f"{top}/a.json", "--chat", chat, "--now", "2026-03-01T15:04:00")
    out = tool(*args)
    told = json.loads(out.stdout)
    messages = told["messages"]
    check([m["role"] for m in messages] == ["system", "assistant", "user"], "prompt: who speaks")
    check([m["content"] for m in messages[1:]] == ["Hello, Sam.", "How is the lamp?"], "prompt: what was said, without what is hidden")
    check("The lamp burns oil." in messages[0]["content"] and "wide" not in messages[0]["content"], "prompt: the book")
    check("sings to Sam" in messages[0]["content"] and "Never admit" in messages[0]["content"], "prompt: macros, and the card’s own prompt")
    check(messages[0]["content"].index("Never admit") < messages[0]["content"].index("You are an AI"), "prompt: conduct comes last")
    parts = {(p["part"], p.get("source")): p for p in told["account"]}
    check(parts["book-before", "lamp"]["key"] == "lamp" and parts["book-before", "lamp"]["why"] == "matched" and
          parts["book-before", "sea"]["why"] == "no-key", "prompt: why each entry is in or out")
    check(told["skipped_lines"] == 1 and told["tokens"] <= told["budget"], "prompt: what was not understood is counted")
    check(tool(*args).stdout == out.stdout, "prompt: the same again gives the same")
    tight = json.loads(tool(*args, "--budget", "700").stdout)
    check(tight["tokens"] <= 700 and any(p["part"] == "examples" for p in tight["account"]), "prompt: within a budget")
    check(tool("prompt").returncode == 2 and tool("prompt", "--card", f"{top}/none").returncode == 1, "prompt: what is wrong is told")


def bad_files(top):
    png = b"\x89PNG\r\n\x1a\n"
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    end = chunk(b"IEND", b"")
    good = png + head + chunk(b"tEXt", b"chara\0" + __import__("base64").b64encode(CARD.encode())) + end
    files = {
        "truncated.png": good[:-30],
        "crc.png": png + head + chunk(b"tEXt", b"chara\0e30=", 1) + end,
        "length.png": png + head + struct.pack(">I", 0x7fffffff) + b"tEXtchara\0" + end,
        "base64.png": png + head + chunk(b"tEXt", b"chara\0!!not base64!!") + end,
        "plain.png": png + head + end,
        "deep.json": b'{"name":' + b"[" * 10000 + b"]" * 10000 + b"}",
        "noname.json": b'{"spec":"chara_card_v2","data":{"description":"x"}}',
        "utf8.json": b'{"name":"\xff\xfe","description":"x"}',
        "empty.json": b"",
        "many.json": b'{"name":"x","description":[' + b"0," * 9_000_000 + b"0]}",
        "strings.json": b'{"name":"x","description":["' + b"\\u0000" * 5_000_000 + b'"}',
        "noise.charx": bytes(range(256)) * 100,
    }
    for name, content in files.items():
        with open(f"{top}/{name}", "wb") as f:
            f.write(content)
    with open(f"{top}/huge.png", "wb") as f:
        f.write(png + head + struct.pack(">I", 200 << 20) + b"tEXtchara\0")
        f.truncate((200 << 20) + 100)
    with open(f"{top}/large.png", "wb") as f:
        f.write(png + head + chunk(b"tEXt", b"chara\0" + b"QUFB" * (15 << 20)) + end)
    with zipfile.ZipFile(f"{top}/bomb.charx", "w", zipfile.ZIP_DEFLATED) as z:
        z.writestr("card.json", CARD)
        z.writestr("assets/a.png", b"\0" * (400 << 20))
    with zipfile.ZipFile(f"{top}/bombs.charx", "w", zipfile.ZIP_DEFLATED) as z:
        for i in range(40):
            z.writestr(f"assets/{i}.png", b"\0" * (10 << 20))
        z.writestr("card.json", CARD)
    with zipfile.ZipFile(f"{top}/crowd.charx", "w") as z:
        for i in range(5000):
            z.writestr(f"assets/{i}", b"")
    with zipfile.ZipFile(f"{top}/escape.charx", "w") as z:
        z.writestr("../card.json", CARD)
    with zipfile.ZipFile(f"{top}/none.charx", "w") as z:
        z.writestr("other.json", CARD)
    # As heavy as it may be, and then nobody's card.
    with zipfile.ZipFile(f"{top}/heavy.charx", "w") as z:
        for i in range(12):
            z.writestr(f"assets/{i}.png", os.urandom(4 << 20))
        for i in range(4):
            z.writestr(f"assets/z{i}.png", b"\0" * (11 << 20), zipfile.ZIP_DEFLATED)
        z.writestr("card.json", '{"spec":"chara_card_v3","data":{"description":"x"}}')
    names = [*files, "heavy.charx", "huge.png", "large.png", "bomb.charx", "bombs.charx", "crowd.charx", "escape.charx", "none.charx"]
    slowest = largest = 0
    for name in names:
        status, words, seconds, megabytes = measured("card", "show", f"{top}/{name}")
        slowest, largest = max(slowest, seconds), max(largest, megabytes)
        check(status == 1 and words.count("\n") == 1 and words.endswith(".\n") and len(words) < 250, f"bad: {name}: {words.strip()}")
        if LIMIT:
            check(seconds < 2 and megabytes < 256, f"bad: {name}: {seconds:.2f} s, {megabytes:.0f} MB")
        tool("card", "convert", f"{top}/{name}", f"{top}/out.png")
        check(not os.path.exists(f"{top}/out.png"), f"bad: {name}: nothing is written")
    print(f"# worst of the bad: {slowest:.2f} s, {largest:.0f} MB")


with tempfile.TemporaryDirectory() as top:
    with open(f"{top}/a.json", "w", encoding="utf-8") as f:
        f.write(CARD)
    shown = json.loads(tool("card", "show", f"{top}/a.json").stdout)
    check(shown["name"] == "Nora" and shown["spec"] == "v2" and shown["contains"]["entries"] == 2, "show: one object")
    check([f["concern"] for f in shown["findings"]] == ["human"], "show: what no companion should do")
    check(tool("card", "convert", f"{top}/a.json", f"{top}/b.json").returncode == 0 and
          open(f"{top}/b.json", encoding="utf-8").read() == CARD, "convert: unchanged is unchanged")
    previous = "a.json"
    for name in ("c.png", "d.charx", "e.png", "f.json"):
        check(tool("card", "convert", f"{top}/{previous}", f"{top}/{name}").returncode == 0, f"convert: {previous} to {name}")
        previous = name
    data = json.load(open(f"{top}/f.json", encoding="utf-8"))["data"]
    check(all(data[key] == value for key, value in DATA.items()), "convert: nothing is lost on the way")
    check(tool("card", "convert", f"{top}/a.json", f"{top}/x.txt").returncode == 2 and tool("card").returncode == 2,
          "wrong words are told how it goes")
    prompt_tests(top)
    bad_files(top)
print(f"1..{n}")
