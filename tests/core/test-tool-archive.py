# SPDX-License-Identifier: GPL-3.0-or-later
"""lueur-tool archive: what is exported can be looked at, taken in and exported again, and is the same."""
import json
import pathlib
import stat
import subprocess
import sys
import tempfile
import zipfile

TOOL = sys.argv[1]
n = 0


def check(good, name):
    global n
    n += 1
    print(f"{'ok' if good else 'not ok'} {n} - {name}")


def tool(*args):
    return subprocess.run([TOOL, *map(str, args)], capture_output=True, text=True, timeout=50)


def archive(*args):
    done = tool("archive", *args)
    return done.returncode, json.loads(done.stdout) if done.returncode == 0 else done.stderr


def contents(path):
    with zipfile.ZipFile(path) as file:
        assert file.testzip() is None
        return {name: file.read(name) for name in file.namelist()}


with tempfile.TemporaryDirectory() as top:
    top = pathlib.Path(top)
    one, two = top / "one.lueur.zip", top / "two.lueur.zip"
    tool("store", "seed", top / "a", "--messages", "1200", "--figures", "--language", "fr", "--now", "1741633200")
    code, told = archive("export", one, "--data", top / "a")
    check(code == 0 and told["messages"] == 1200 and told["companions"] == 1, "export tells what is in it")
    check(stat.S_IMODE(one.stat().st_mode) == 0o600, "the file is the person’s alone")
    code, seen = archive("import", one, "--preview", "--data", top / "b")
    check(code == 0 and seen == told and not (top / "b").exists(), "a preview tells the same, and makes nothing")
    code, account = archive("import", one, "--data", top / "b")
    check(code == 0 and account["messages"] == 1200 and account["left_out"] == 0, "import takes it in")
    archive("export", two, "--data", top / "b")
    a, b = contents(one), contents(two)
    a["lueur.json"], b["lueur.json"] = [json.loads(x["lueur.json"]) | {"made": ""} for x in (a, b)]
    check(a == b, "exported again it is the same, byte for byte")
    data = [json.loads(text) for name, text in a.items() if name.startswith("data/") and name.endswith(".json")]
    check(len(data) > 10, "whatever reads JSON reads it")
    pages = [text.decode() for name, text in a.items() if name.startswith("conversations/")]
    check(len(pages) > 5 and all("\ngenerated: true\n" in page for page in pages), "each page says that it was generated")
    code, account = archive("import", one, "--data", top / "b")
    check(code == 0 and account["companions"] + account["conversations"] + account["records"] == 0, "a second time nothing comes")
    tool("store", "seed", top / "d", "--messages", "300", "--language", "en", "--now", "1741633200")
    code, account = archive("import", one, "--replace", "--data", top / "d")
    check(code == 0 and account["replaced"] and not account["traces_left"] and account["messages"] == 1200, "it takes the place of what was there")
    archive("export", two, "--data", top / "d")
    b = contents(two)
    b["lueur.json"] = json.loads(b["lueur.json"]) | {"made": ""}
    check(a == b, "and what was there is the same as in the archive")
    one.write_bytes(one.read_bytes()[:5000])
    code, said = archive("import", one, "--replace", "--data", top / "d")
    archive("export", two, "--data", top / "d")
    again = contents(two)
    check(code == 1 and set(again) == set(b) and all(again[name] == b[name] for name in again if name != "lueur.json"), "one that is cut short replaces nothing")
    code, said = archive("import", one, "--data", top / "c")
    check(code == 1 and said.strip().count("\n") == 0 and said.strip().endswith("."), "one that is cut short is refused in a sentence")
    code, said = archive("export", "/proc/nowhere/x.zip", "--data", top / "a")
    check(code == 1 and said.count("\n") == 1, "a place that cannot be written to is told")
    page, lines = top / "one.md", top / "one.jsonl"
    code, told = archive("conversation", "1", page, "--data", top / "a")
    check(code == 0 and "\ngenerated: true\n" in page.read_text(), "a conversation is a page")
    code, again = archive("conversation", "1", lines, "--data", top / "a")
    chat = [json.loads(line) for line in lines.read_text().splitlines()]
    check(code == 0 and again == told and told["messages"] == len(chat) - 1 and "user_name" in chat[0], "or lines, one a message")
    check(all(m["is_user"] or m["swipes"][m["swipe_id"]] == m["mes"] for m in chat[1:]), "what is shown is one of its versions")
    card = top / "card.json"
    card.write_text(json.dumps({"spec": "chara_card_v2", "spec_version": "2.0", "data": {"name": "Mira"}}))
    prompt = tool("prompt", "--card", card, "--chat", lines, "--budget", "1000000").stdout
    check(all(json.dumps(m["mes"], ensure_ascii=False)[1:-1] in prompt for m in chat[-4:] if m["mes"] and not m["is_system"]),
          "what reads such chats reads it")
    code, said = archive("conversation", "999999", top / "no.md", "--data", top / "a")
    check(code == 1 and said.strip().endswith(".") and not (top / "no.md").exists(), "one that is not there leaves no file")
    check(tool("archive", "conversation", "1", top / "x.txt").returncode == 2, "an ending that says nothing is told")
    check(tool("archive").returncode == 2 and tool("archive", "import").returncode == 2, "what is missing is told")
print(f"1..{n}")
