@echo off
rem Medical Document AI on Windows: finds JDK 25, builds on first use, runs the command. JAVA_HOME names the JDK.
setlocal
set "ROOT=%~dp0"
set "APP=%ROOT%target\meddoc\windows"
if not defined JAVA_HOME (
  echo meddoc needs a JDK 25 or newer: install one and set JAVA_HOME to it. 1>&2
  exit /b 69
)
findstr /r /c:"JAVA_VERSION=\"2[5-9]" /c:"JAVA_VERSION=\"[3-9][0-9]" "%JAVA_HOME%\release" >nul 2>nul
if errorlevel 1 (
  echo meddoc needs a JDK 25 or newer; JAVA_HOME names another. 1>&2
  exit /b 69
)
if "%~1"=="serve" goto serve
if "%~1 %~2"=="doctor --audit" goto check
if "%~1 %~2"=="doctor --storage" goto check
set "REST=%*"
if "%~1"=="backup" goto server
if "%~1"=="restore" goto server
if "%~1"=="reseal" goto server
if not exist "%APP%\meddoc-cli.jar" (
  echo Building meddoc, once; delete target\meddoc to build again after an update. 1>&2
  pushd "%ROOT%"
  call mvn --batch-mode --quiet -pl .,core,pdf,claude,fhir,cli -DskipTests package 1>&2
  if errorlevel 1 ( popd & exit /b 70 )
  popd
  mkdir "%APP%" 2>nul
  xcopy /e /i /q /y "%ROOT%cli\target\lib" "%APP%\lib" >nul
  copy /y "%ROOT%cli\target\meddoc-cli.jar" "%APP%\" >nul
)
"%JAVA_HOME%\bin\java" -Xlog:disable -Xlog:all=off --enable-native-access=ALL-UNNAMED -Djava.awt.headless=true -jar "%APP%\meddoc-cli.jar" %*
set "CODE=%ERRORLEVEL%"
if not "%~1"=="doctor" exit /b %CODE%
if not "%~2"=="" exit /b %CODE%

rem What the server needs is for its own program to look at, where that is built.
set "SERVER=%ROOT%target\meddoc\windows-server"
if not exist "%SERVER%\quarkus-run.jar" (
  echo --   server         is not built: settings, database and storage were not checked
  echo                     'meddoc serve --help' builds it; then run this again
  exit /b %CODE%
)
"%JAVA_HOME%\bin\java" -Xlog:disable -Xlog:all=off --enable-native-access=ALL-UNNAMED -Djava.awt.headless=true -XX:+UseSerialGC -XX:+ExitOnOutOfMemoryError -Xmx1g %MEDDOC_JAVA_OPTIONS% -jar "%SERVER%\quarkus-run.jar" doctor
if %ERRORLEVEL%==2 exit /b 2
if %CODE%==0 exit /b %ERRORLEVEL%
exit /b %CODE%

:check
rem The audit trail and the storage are the server's, so their checks are too.
for /f "tokens=1,2,*" %%a in ("%*") do set "REST=%%b %%c"
set "REST=%REST:~2%"
goto server

:serve
set "REST="
for /f "tokens=1,*" %%a in ("%*") do set "REST=%%b"

:server
set "APP=%ROOT%target\meddoc\windows-server"
if exist "%APP%\quarkus-run.jar" goto run
echo Building the server, once; delete target\meddoc to build again after an update. 1>&2
pushd "%ROOT%"
where npm >nul 2>nul
if errorlevel 1 (
  echo No web page: building it needs Node.js 20.19 or newer with npm. The API works without it. 1>&2
) else (
  call npm ci --no-audit --no-fund 1>&2 && call npm run --silent frontend:build 1>&2
  if errorlevel 1 echo The web page could not be built; the API works without it. 1>&2
)
call mvn --batch-mode --quiet -pl .,core,pdf,claude,server -DskipTests package 1>&2
if errorlevel 1 ( popd & exit /b 70 )
popd
xcopy /e /i /q /y "%ROOT%server\target\quarkus-app" "%APP%" >nul
:run
"%JAVA_HOME%\bin\java" -Xlog:disable -Xlog:all=off --enable-native-access=ALL-UNNAMED -Djava.awt.headless=true -XX:+UseSerialGC -XX:+ExitOnOutOfMemoryError -Xmx1g %MEDDOC_JAVA_OPTIONS% -jar "%APP%\quarkus-run.jar" %REST%
