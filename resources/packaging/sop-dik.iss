; The installer for Windows; Inno Setup 6.3 or newer. build.py calls it with the version:
;   ISCC /DAppVersion=0.1.0 /DNumbers=0.1.0.0 /DPictures=FOLDER sop-dik.iss
; It installs for one user without administrator rights, updates in place, and never touches the
; data folder (%LOCALAPPDATA%\sop-dik), neither when installing nor when removing.

#ifndef AppVersion
  #error The version comes from sopapp.__version__: run build.py
#endif
#ifndef Numbers
  #error The version comes from sopapp.__version__: run build.py
#endif

#ifndef Pictures
  #error The pictures are drawn by build.py
#endif

#define Name "Pemutakhiran DIK"
#define Window "sop-dik.exe"
#define Commands "sop-dik-cli.exe"
; As in sopapp/called.py and ui/windows_identity.py; a test compares them.
#define Mutex "PemutakhiranDIK.SopDik.terbuka"
#define ModelId "PemutakhiranDIK.SopDik"

[Setup]
; Never change it: by it an update finds what is installed.
AppId={{8B0F3C7E-54C1-4F0B-9C55-2F1D6E9A7B43}
AppName={#Name}
AppVersion={#AppVersion}
AppVerName={#Name} {#AppVersion}
AppPublisher={#Name}
VersionInfoVersion={#Numbers}
VersionInfoDescription={#Name}

PrivilegesRequired=lowest
DefaultDirName={localappdata}\Programs\sop-dik
DisableDirPage=yes
DisableProgramGroupPage=yes
; The oldest Windows that Qt 6.11 runs on, and 64 bits.
MinVersion=10.0.17763
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible

; An open program is asked for, never ended from outside: it saves and makes its backup when the
; user closes it.
AppMutex={#Mutex}
SetupMutex=PemutakhiranDIK.SopDik.pemasang
CloseApplications=no
RestartApplications=no
; Stopped halfway, an update would leave neither the old version nor the new one.
AllowCancelDuringInstall=no

SourceDir=..\..\dist\sop-dik
OutputDir=..
OutputBaseFilename=pasang-sop-dik-{#AppVersion}
Compression=lzma2/max
SolidCompression=yes
SetupIconFile={#SourcePath}\icons\sop-dik.ico
UninstallDisplayIcon={app}\{#Window}
UninstallDisplayName={#Name}
WizardStyle=modern
WizardImageFile={#Pictures}\wizard.bmp
WizardSmallImageFile={#Pictures}\wizard-small.bmp
DisableWelcomePage=no
DisableReadyPage=yes
ShowLanguageDialog=no

[Languages]
; Inno Setup brings no Indonesian; what the second file lacks stays English.
Name: "id"; MessagesFile: "compiler:Default.isl,{#SourcePath}\indonesia.isl"

[Tasks]
Name: "desktopicon"; Description: "{cm:DesktopIcon}"

[InstallDelete]
; A file that the new version no longer has must not stay: Python and Qt would load it.
Type: filesandordirs; Name: "{app}\_internal"
Type: filesandordirs; Name: "{app}\lisensi"

[Files]
Source: "*"; DestDir: "{app}"; Flags: ignoreversion overwritereadonly uninsremovereadonly recursesubdirs createallsubdirs

[Icons]
Name: "{userprograms}\{#Name}"; Filename: "{app}\{#Window}"; AppUserModelID: "{#ModelId}"
Name: "{userprograms}\{#Name} - {cm:CommandsIcon}"; Filename: "{cmd}"; Parameters: "/K ""set ""PATH={app};%PATH%"" && sop-dik-cli --help"""; WorkingDir: "{userdocs}"; IconFilename: "{app}\{#Commands}"
Name: "{userdesktop}\{#Name}"; Filename: "{app}\{#Window}"; AppUserModelID: "{#ModelId}"; Tasks: desktopicon

[Run]
Filename: "{app}\{#Window}"; Description: "{cm:OpenNow}"; Flags: nowait postinstall skipifsilent

[UninstallDelete]
Type: filesandordirs; Name: "{app}\_internal"
Type: dirifempty; Name: "{app}"

[Code]
procedure CurPageChanged(CurPageID: Integer);
begin
  { There is no page after this one that would say it. }
  if CurPageID = wpSelectTasks then
    WizardForm.NextButton.Caption := SetupMessage(msgButtonInstall);
end;

procedure CurUninstallStepChanged(CurUninstallStep: TUninstallStep);
var
  Data: String;
begin
  { Silent, nobody is there to answer. }
  if (CurUninstallStep = usPostUninstall) and not UninstallSilent then
  begin
    Data := ExpandConstant('{localappdata}\sop-dik');
    if DirExists(Data) then
      MsgBox(FmtMessage(CustomMessage('DataKept'), [Data]), mbInformation, MB_OK);
  end;
end;
