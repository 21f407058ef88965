; The words of the installer, as far as an admin gets to see them; ASCII only.
; No full stop where the English message has none: Inno Setup adds it.

[LangOptions]
LanguageName=Bahasa Indonesia
LanguageID=$0421
LanguageCodePage=0

[CustomMessages]
DesktopIcon=Buat ikon di &desktop
CommandsIcon=perintah
OpenNow=&Buka Pemutakhiran DIK sekarang
DataKept=Data kantor tidak ikut dihapus dan tetap ada di:%n%n%1%n%nBila program dipasang lagi, data itu dipakai lagi.

[Messages]
SetupAppTitle=Pemasangan
SetupWindowTitle=Pemasangan %1
UninstallAppTitle=Hapus program
UninstallAppFullTitle=Hapus %1
InformationTitle=Keterangan
ConfirmTitle=Konfirmasi
ErrorTitle=Kesalahan

SetupLdrStartupMessage=%1 akan dipasang. Lanjutkan?
LdrCannotCreateTemp=File sementara tidak dapat dibuat. Pemasangan dihentikan
LdrCannotExecTemp=File di folder sementara tidak dapat dijalankan. Pemasangan dihentikan
LastErrorMessage=%1.%n%nKesalahan %2: %3
SetupFileMissing=File %1 tidak ada. Minta file pemasang yang baru.
SetupFileCorrupt=File pemasang ini rusak. Minta file pemasang yang baru.
SetupFileCorruptOrWrongVer=File pemasang ini rusak atau tidak cocok. Minta file pemasang yang baru.
InvalidParameter=Perintah untuk pemasang keliru:%n%n%1
SetupAlreadyRunning=Pemasangan sudah berjalan di jendela lain.
WindowsVersionNotSupported=Program ini memerlukan Windows 10 versi 1809 atau yang lebih baru.
OnlyOnTheseArchitectures=Program ini hanya dapat dipasang di Windows untuk prosesor berikut:%n%n%1
WinVersionTooLowError=Program ini memerlukan %1 versi %2 atau yang lebih baru.
SetupAppRunningError=%1 sedang terbuka.%n%nTutup dahulu jendelanya seperti biasa, lalu pilih OK. Pilih Batal (Cancel) untuk berhenti; tidak ada yang berubah.
UninstallAppRunningError=%1 sedang terbuka.%n%nTutup dahulu jendelanya seperti biasa, lalu pilih OK. Pilih Batal (Cancel) untuk berhenti; tidak ada yang berubah.
ErrorCreatingDir=Folder "%1" tidak dapat dibuat
ErrorTooManyFilesInDir=File tidak dapat dibuat di folder "%1" karena isinya terlalu banyak

ExitSetupTitle=Berhenti memasang
ExitSetupMessage=Pemasangan belum selesai. Bila berhenti sekarang, program belum terpasang.%n%nPemasangan dapat diulang kapan saja.%n%nBerhenti?
AboutSetupMenuItem=&Tentang pemasang...
AboutSetupTitle=Tentang pemasang
AboutSetupMessage=%1 versi %2%n%3%n%nSitus %1:%n%4

ButtonBack=< &Kembali
ButtonNext=&Lanjut >
ButtonInstall=&Pasang
ButtonOK=OK
ButtonCancel=Batal
ButtonYes=&Ya
ButtonYesToAll=Ya untuk &semua
ButtonNo=&Tidak
ButtonNoToAll=T&idak untuk semua
ButtonFinish=&Selesai
ButtonBrowse=&Pilih...
ButtonWizardBrowse=P&ilih...
ButtonNewFolder=&Buat folder baru

ClickNext=Pilih Lanjut untuk meneruskan, atau Batal untuk berhenti.
WelcomeLabel1=Pemasangan [name]
WelcomeLabel2=[name/ver] akan dipasang di komputer ini, untuk akun Windows Anda saja. Hak administrator tidak diperlukan.%n%nBila program ini sudah terpasang, versi lamanya diganti. Data kantor tidak berubah.

DiskSpaceMBLabel=Diperlukan ruang disk kosong sedikitnya [mb] MB.
DiskSpaceWarningTitle=Ruang disk kurang
DiskSpaceWarning=Pemasangan memerlukan %1 KB ruang kosong, tetapi disk ini hanya punya %2 KB.%n%nTetap lanjutkan?
WizardSelectTasks=Pilihan
SelectTasksDesc=Apa lagi yang perlu dibuat?
SelectTasksLabel2=Beri tanda pada yang diinginkan, lalu pilih Pasang.
WizardReady=Siap memasang
ReadyLabel1=[name] siap dipasang di komputer ini.
ReadyLabel2a=Pilih Pasang untuk memulai, atau Kembali untuk mengubah pilihan.
ReadyLabel2b=Pilih Pasang untuk memulai.
ReadyMemoDir=Folder program:
ReadyMemoTasks=Pilihan:
WizardPreparing=Menyiapkan
PreparingDesc=Pemasangan [name] disiapkan.
PreviousInstallNotCompleted=Pemasangan atau penghapusan sebelumnya belum selesai. Mulai ulang komputer ini dahulu.%n%nSetelah itu, jalankan pemasang ini sekali lagi.
CannotContinue=Pemasangan tidak dapat dilanjutkan. Pilih Batal untuk berhenti.
WizardInstalling=Memasang
InstallingLabel=Tunggu sebentar, [name] sedang dipasang.
FinishedHeadingLabel=[name] sudah terpasang
FinishedLabelNoIcons=[name] sudah terpasang di komputer ini.
FinishedLabel=[name] sudah terpasang di komputer ini. Buka dari menu Start.
ClickFinish=Pilih Selesai untuk menutup jendela ini.
FinishedRestartLabel=Komputer perlu dimulai ulang agar [name] terpasang seluruhnya. Mulai ulang sekarang?
FinishedRestartMessage=Komputer perlu dimulai ulang agar [name] terpasang seluruhnya.%n%nMulai ulang sekarang?
YesRadio=&Ya, mulai ulang sekarang
NoRadio=&Tidak, nanti saja
RunEntryExec=Jalankan %1
SetupAborted=Pemasangan tidak selesai.%n%nPerbaiki masalahnya, lalu jalankan pemasang ini lagi.
AbortRetryIgnoreSelectAction=Pilih tindakan
AbortRetryIgnoreRetry=&Coba lagi
AbortRetryIgnoreIgnore=&Abaikan dan lanjutkan
AbortRetryIgnoreCancel=Batalkan pemasangan
FileAbortRetryIgnoreSkipNotRecommended=&Lewati file ini (tidak disarankan)
FileAbortRetryIgnoreIgnoreNotRecommended=&Abaikan dan lanjutkan (tidak disarankan)
PrepareToInstallNeedsRestart=Komputer perlu dimulai ulang dahulu. Setelah itu, jalankan pemasang ini sekali lagi untuk memasang [name].%n%nMulai ulang sekarang?

StatusCreateDirs=Membuat folder...
StatusExtractFiles=Menyalin file...
StatusCreateIcons=Membuat ikon...
StatusSavingUninstall=Menyimpan keterangan untuk penghapusan...
StatusRunProgram=Menyelesaikan pemasangan...
StatusRollback=Membatalkan perubahan...

ErrorInternal2=Kesalahan di dalam pemasang: %1
ErrorFunctionFailedNoCode=%1 gagal
ErrorFunctionFailed=%1 gagal; kode %2
ErrorFunctionFailedWithMessage=%1 gagal; kode %2.%n%3
ErrorExecutingProgram=File tidak dapat dijalankan:%n%1
SourceIsCorrupted=File sumber rusak
SourceDoesntExist=File sumber "%1" tidak ada
ErrorRegOpenKey=Kunci registri tidak dapat dibuka:%n%1\%2
ErrorRegCreateKey=Kunci registri tidak dapat dibuat:%n%1\%2
ErrorRegWriteKey=Kunci registri tidak dapat ditulis:%n%1\%2
ErrorChangingAttr=Tanda pada file lama tidak dapat diubah:
ErrorReadingExistingDest=File lama tidak dapat dibaca:
ErrorReplacingExistingFile=File lama tidak dapat diganti:
ErrorCopying=File tidak dapat disalin:
ErrorCreatingTemp=File tidak dapat dibuat di folder program:
ErrorReadingSource=File sumber tidak dapat dibaca:
ErrorRenamingTemp=File di folder program tidak dapat diberi nama:

ErrorRestartingComputer=Komputer tidak dapat dimulai ulang dari sini. Lakukan sendiri.

UninstallNotFound=File "%1" tidak ada. Program tidak dapat dihapus.
UninstallOpenError=File "%1" tidak dapat dibuka. Program tidak dapat dihapus
UninstallUnsupportedVer=File "%1" dibuat oleh versi lain. Program tidak dapat dihapus
UninstallUnknownEntry=Di dalam catatan penghapusan ada yang tidak dikenal (%1)
ConfirmUninstall=Hapus %1 dari komputer ini? Data kantor tidak ikut dihapus.
UninstallStatusLabel=Tunggu sebentar, %1 sedang dihapus.
UninstalledAll=%1 sudah dihapus dari komputer ini.
UninstalledMost=%1 sudah dihapus.%n%nBeberapa file tidak dapat dihapus; boleh dihapus sendiri.
UninstalledAndNeedsRestart=Komputer perlu dimulai ulang agar %1 terhapus seluruhnya.%n%nMulai ulang sekarang?
UninstallDataCorrupted=File "%1" rusak. Program tidak dapat dihapus
WizardUninstalling=Menghapus
StatusUninstalling=Menghapus %1...
ShutdownBlockReasonInstallingApp=%1 sedang dipasang.
ShutdownBlockReasonUninstallingApp=%1 sedang dihapus.
