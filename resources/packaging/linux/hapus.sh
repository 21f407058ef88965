#!/bin/sh
# Menghapus Pemutakhiran DIK yang dipasang dengan pasang.sh; data kantor tetap ada.
#   sh hapus.sh   atau   sudo sh hapus.sh --semua
set -eu

data_home=${XDG_DATA_HOME:-$HOME/.local/share}
case "${1-}" in
  '') target=$HOME/.local/opt/sop-dik bin=$HOME/.local/bin share=$data_home
     data=$data_home/sop-dik
     other='Yang dipasang untuk semua pemakai dihapus dengan: sudo sh hapus.sh --semua' ;;
  --semua) target=/opt/sop-dik bin=/usr/local/bin share=/usr/local/share
     data='folder tiap pemakai (~/.local/share/sop-dik)'
     other='Yang dipasang untuk satu pemakai dihapus oleh pemakai itu dengan: sh hapus.sh' ;;
  *) echo "Pemakaian: sh hapus.sh [--semua]" >&2; exit 2 ;;
esac

if [ "${1-}" = --semua ] && [ "$(id -u)" -ne 0 ]; then
  echo "Menghapus untuk semua pemakai memerlukan hak administrator: sudo sh hapus.sh --semua" >&2
  exit 1
fi
if [ ! -e "$target" ]; then
  echo "Program tidak terpasang di $target. $other" >&2
  exit 1
fi
for process in /proc/[0-9]*; do
  case "$(readlink "$process/exe" 2>/dev/null || :)" in
    "$target"/sop-dik | "$target"/sop-dik-cli)
      echo "Program sedang terbuka. Tutup dahulu, lalu ulangi. Belum ada yang diubah." >&2
      exit 1 ;;
  esac
done
for name in sop-dik sop-dik-cli; do
  # Hanya tautan ke program ini; yang lain dengan nama sama bukan miliknya.
  if [ "$(readlink "$bin/$name" 2>/dev/null || :)" = "$target/$name" ]; then rm -f "$bin/$name"; fi
done
rm -f "$share/applications/sop-dik.desktop" "$share"/icons/hicolor/*/apps/sop-dik.png
if command -v update-desktop-database >/dev/null; then
  update-desktop-database "$share/applications" 2>/dev/null || :
fi
rm -rf "$target"
echo "Program sudah dihapus. Data kantor tetap ada di $data"
