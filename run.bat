@echo off
rem Opens ElderGuard on Windows: finds Python, prepares .venv once, starts the window.
rem Words after run.bat are given on: run.bat doctor
setlocal
chcp 65001 >nul
set "WHERE=%CD%"
cd /d "%~dp0"
set "PYTHONUTF8=1"
set "VENV_PYTHON=.venv\Scripts\python.exe"
if exist "%VENV_PYTHON%" goto prepared

set "FOUND="
for %%V in (3.13 3.12 3.11 3.10) do if not defined FOUND py -%%V -c "import venv" >nul 2>nul && set "FOUND=py -%%V"
if not defined FOUND python -c "import sys, venv; sys.exit(sys.version_info < (3, 10))" >nul 2>nul && set "FOUND=python"
if not defined FOUND goto no_python
echo 正在准备运行环境……
%FOUND% -m venv .venv
if errorlevel 1 goto failed

:prepared
fc /b requirements\app.txt .venv\installed.txt >nul 2>nul
if not errorlevel 1 goto installed
echo 正在下载、安装需要的部件，第一次要几分钟……
"%VENV_PYTHON%" -m pip install -qq --disable-pip-version-check --no-deps --require-hashes -r requirements\app.txt
if errorlevel 1 goto failed
copy /y requirements\app.txt .venv\installed.txt >nul

:installed
rem Names of files are meant from where the person stands; the program is found from its own folder.
set "PYTHONPATH=%~dp0;%PYTHONPATH%"
cd /d "%WHERE%"
"%~dp0%VENV_PYTHON%" -m elderguard %*
if errorlevel 1 goto stopped
exit /b 0

:no_python
echo 这台电脑还没有 Python。请先装上 Python 3.10 或更新的版本，再双击 run.bat。
pause
exit /b 1

:failed
echo 没有准备好。请检查网络，再双击 run.bat 试一次。
pause
exit /b 1

:stopped
if "%~1"=="" pause
exit /b 1
