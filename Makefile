# 守护银龄 ElderGuard。两条命令就够：make run 打开，make test 检查。
# Two commands are enough: `make run` opens it, `make test` checks it.
PY := .venv/bin/python
COMPILE := .venv/bin/uv pip compile --quiet --universal --python-version 3.10 --generate-hashes \
    --no-emit-index-url --no-header --no-annotate --override requirements/overrides.txt
CORE := tests/scenario tests/play tests/records tests/voice tests/check tests/walkthroughs tests/listen $(wildcard tests/test_*.py)
SHOTS := shots

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help run test static core window gate heard stories app dev display demo bench listen listener fresh shots lock wheel clean

help: ## 这份说明 · this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 16

run: display app ## 打开守护银龄 · open the window
	@$(PY) -m elderguard

test: dev listener static core window stories heard ## 全部检查 · every check

static:
	@.venv/bin/ruff format --check --quiet --output-format concise . || { echo "请先运行 .venv/bin/ruff format ."; exit 1; }
	@.venv/bin/ruff check --quiet --output-format concise .
	@.venv/bin/mypy
	@.venv/bin/lint-imports --no-cache --no-logo

core: # without Qt anywhere in reach, and with every branch covered
	@.venv/bin/coverage erase
	@PYTHONPATH=tests/without_qt $(PY) -m pytest -q -n auto -p no:pytest-qt --cov --cov-report= --cov-fail-under=0 $(CORE)
	@rm -f .coverage.* # what children left that were killed while they wrote
	@.venv/bin/coverage report

window: # four at a time: the real window is mostly waited for
	@QT_QPA_PLATFORM=offscreen $(PY) -m pytest -q -n 4 --dist loadgroup tests/ui

gate: dev ## 每个画面，各种大小 · every screen in every size, text step and colour
	@ELDERGUARD_GATE=full QT_QPA_PLATFORM=offscreen $(PY) -m pytest -q -n auto --dist loadgroup tests/ui/test_gate.py

heard: # twenty lines from the real window through a real sound card; alone, so that the sound does not stumble
	@$(PY) -m pytest -q -rs tests/heard

stories:
	@$(PY) -m elderguard check scenarios

app:
	@.ci/system run
	@.ci/environment app

dev:
	@.ci/system test
	@.ci/environment dev

listener: # some 250 MB that only the ear needs; without it the other checks are as good
	@.ci/environment listen || echo "听写程序没有装上，“听得清不清”这一项先不查。"

display:
	@if [ "$$(uname -s)" = Linux ] && [ -z "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
	    echo "这里没有图形桌面，窗口打不开；想看看样子，请运行 make demo。"; exit 1; fi

demo: dev ## 自己演一遍，图和声音留在 demo/ · plays a story by itself, pictures and sound in demo/
	@$(PY) tests/demo.py demo

bench: dev ## 量一量快慢 · start, step, memory, idle
	@$(PY) tests/bench/bench.py

listen: dev ## 听一遍，每个声音听得清不清 · what a listener understands of every clip
	@.ci/environment listen
	@$(PY) -m tests.listen

fresh: ## 在全新的文件夹里照着 README 走一遍 · the README's two commands in a fresh clone
	@tests/fresh.sh

shots: dev ## 每个画面一张图 · a picture of every screen
	@$(PY) -m elderguard shots --out $(SHOTS)

lock: dev ## 重新锁定各部件的版本 · lock the versions again
	@$(COMPILE) pyproject.toml requirements/app.in -o requirements/app.txt
	@$(COMPILE) pyproject.toml requirements/app.in requirements/old-glibc.in -o requirements/app-old-glibc.txt
	@$(COMPILE) --group dev -c requirements/app.txt -o requirements/dev.txt
	@$(COMPILE) --group listen -c requirements/app.txt -c requirements/dev.txt -o requirements/listen.txt

wheel: dev ## 打包 · the wheel, in dist/
	@$(PY) -m hatchling build

clean: ## 删掉生成的东西 · remove what was made
	@rm -rf dist build demo $(SHOTS) .coverage* htmlcov .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	@find elderguard tests assets -name __pycache__ -type d -exec rm -rf {} +
