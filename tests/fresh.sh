#!/bin/sh
# The README's two commands as somebody does them who has nothing yet: a clone in an empty folder, a new
# HOME, no environment. `make run` counts when the home screen is up: its window is found from outside.
set -eu
checkout=$(cd "$(dirname "$0")/.." && pwd)
place=$(mktemp -d)
running=
finish() {
    [ -z "$running" ] || kill -- "-$running" 2>/dev/null || true
    rm -rf "$place"
}
trap finish EXIT
trap 'exit 130' INT TERM

"$checkout/.ci/system" test
git clone --quiet "$checkout" "$place/elderguard"
cd "$place/elderguard"
mkdir "$place/home"
fresh() {
    env -i HOME="$place/home" PATH="$PATH" LANG="${LANG:-C.UTF-8}" TERM="${TERM:-dumb}" \
        XDG_RUNTIME_DIR="$place/home" "$@"
}

echo "make run ……"
began=$(date +%s)
setsid sh -c 'exec "$0" "$@"' env -i HOME="$place/home" PATH="$PATH" LANG="${LANG:-C.UTF-8}" \
    XDG_RUNTIME_DIR="$place/home" xvfb-run -a -s "-screen 0 1366x768x24" sh -c '
        make run & 
        for second in $(seq 600); do
            sleep 1
            if xdotool search --onlyvisible --name "守护银龄" >/dev/null 2>&1; then
                touch "$HOME/up"; sleep 2
                kill -0 $! 2>/dev/null && touch "$HOME/stayed"
                exit
            fi
            kill -0 $! 2>/dev/null || exit
        done' >"$place/run.log" 2>&1 &
running=$!
wait "$running" || true
if [ ! -e "$place/home/stayed" ]; then
    cat "$place/run.log"
    echo "make run: 窗口没有出来" >&2
    exit 1
fi
kill -- "-$running" 2>/dev/null || true
running=
echo "make run: 首页出来了，用了 $(($(date +%s) - began)) 秒"

echo "make test ……"
began=$(date +%s)
fresh make test
echo "make test: 通过，用了 $(($(date +%s) - began)) 秒"
[ -z "$(git status --porcelain)" ] || { git status --short; echo "检查以后多出了文件" >&2; exit 1; }
