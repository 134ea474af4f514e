#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# slow.sh [sanitize|fuzz]…: the slow suites that need a build of their own, inside the environment.
#   sanitize   core's tests under the address and undefined-behaviour sanitizers, leaks included
#   fuzz       every fuzz target with libFuzzer, where clang has it: the same 4,000 runs each time, or as many as fit
#              into $LUEUR_FUZZ_SECONDS where that is set, from another seed each time
set -euo pipefail
top=$PWD

# Each suite has a build folder of its own. Named tests are built alone, a suite is built with all others: so name them.
named() { # BUILD ARGS…
  local b=$1; shift
  ninja -C "$b" --quiet data/gschemas.compiled >&2
  meson test -C "$b" --list --no-rebuild "$@" 2>/dev/null | sed -n 's|.* / ||p'
}

# What GLib and the libraries below keep until the end on purpose is not ours to report.
sanitized() { # FAST ARGS…
  local fast=$1; shift
  ASAN_OPTIONS=detect_leaks=1:abort_on_error=1:fast_unwind_on_malloc=$fast \
    LSAN_OPTIONS=suppressions=$top/tools/dev/lsan.supp:print_suppressions=0 \
    UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1 G_SLICE=always-malloc \
    meson test -C _build/asan --print-errorlogs -t 6 "$@"
}

run_sanitize() {
  local b=_build/asan
  [ -f $b/build.ninja ] ||
    meson setup $b -Db_sanitize=address,undefined -Db_lundef=false -Dprofile=development >/dev/null
  local tests
  mapfile -t tests < <(named $b --suite core --suite fuzz-smoke --no-suite slow)
  # Short stacks are quick, but do not always reach the library that a suppression names: what leaks by those runs again
  # with whole ones, and that counts.
  if ! sanitized 1 "${tests[@]}"; then
    local failed
    mapfile -t failed < <(python3 -c '
import json, sys
for line in open(sys.argv[1]):
    test = json.loads(line)
    if test["result"] not in ("OK", "SKIP", "EXPECTEDFAIL"):
        # Only a leak, and nothing else, gets a second look.
        if "LeakSanitizer: detected memory leaks" not in (test.get("stderr") or test.get("stdout") or ""):
            print("/")
        print(test["name"].rsplit(" / ")[-1])' $b/meson-logs/testlog.json)
    [ ${#failed[@]} -gt 0 ] || exit 1
    for name in "${failed[@]}"; do [ "$name" != / ] || exit 1; done
    sanitized 0 "${failed[@]}"
  fi
  python3 tools/dev/summary.py $b/meson-logs/testlog.json
}

run_fuzz() {
  local b=_build/fuzz much=(-runs=4000 -seed=1)
  [ -z "${LUEUR_FUZZ_SECONDS-}" ] || much=(-max_total_time="$LUEUR_FUZZ_SECONDS")
  command -v clang >/dev/null || { echo "slow: no clang here, fuzzing is left out" >&2; return 0; }
  [ -f $b/build.ninja ] ||
    CC=clang meson setup $b -Dfuzz=true -Db_sanitize=address,undefined -Db_lundef=false >/dev/null
  local targets
  mapfile -t targets < <(ninja -C $b -t targets all | sed -n 's|^\(tests/fuzz/fuzz-[a-z-]*\):.*|\1|p')
  ninja -C $b --quiet "${targets[@]}"
  for target in "$b"/tests/fuzz/fuzz-*; do
    [ -f "$target" ] && [ -x "$target" ] || continue
    local name=${target##*/fuzz-} seeds
    seeds=$(mktemp -d)
    cp "tests/fuzz/corpus/$name/"* "$seeds/" 2>/dev/null || true
    echo "slow: fuzzing $name"
    LSAN_OPTIONS=suppressions=$top/tools/dev/lsan.supp:print_suppressions=0 LUEUR_DATA_DIR=$top/data "$target" "${much[@]}" -rss_limit_mb=1024 -timeout=5 -print_final_stats=0 \
      -artifact_prefix="$b/" "$seeds" 2>"$b/$name.log" || { tail -n 40 "$b/$name.log" >&2; exit 1; }
    rm -rf "$seeds"
  done
}

for suite in "$@"; do "run_$suite"; done
