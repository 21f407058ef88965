#!/bin/sh
# Memasang Pemutakhiran DIK dari folder ini, atau mengganti versi yang sudah terpasang.
#   sh pasang.sh                untuk pemakai ini saja, tanpa hak administrator
#   sudo sh pasang.sh --semua   untuk semua pemakai komputer ini
# Data kantor (~/.local/share/sop-dik) tidak disentuh.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
data_home=${XDG_DATA_HOME:-$HOME/.local/share}
case "${1-}" in
  '') target=$HOME/.local/opt/sop-dik bin=$HOME/.local/bin share=$data_home ;;
  --semua) target=/opt/sop-dik bin=/usr/local/bin share=/usr/local/share ;;
  *) echo "Pemakaian: sh pasang.sh [--semua]" >&2; exit 2 ;;
esac

if [ "${1-}" = --semua ] && [ "$(id -u)" -ne 0 ]; then
  echo "Memasang untuk semua pemakai memerlukan hak administrator: sudo sh pasang.sh --semua" >&2
  exit 1
fi
if [ "$here" = "$target" ]; then
  echo "Jalankan pasang.sh dari folder yang baru dibuka dari arsipnya, bukan dari folder program yang terpasang." >&2
  exit 1
fi
# Bagian program dibaca selama program berjalan, jadi tidak boleh diganti di bawahnya.
for process in /proc/[0-9]*; do
  case "$(readlink "$process/exe" 2>/dev/null || :)" in
    "$target"/sop-dik | "$target"/sop-dik-cli)
      echo "Program sedang terbuka. Tutup dahulu, lalu ulangi. Belum ada yang diubah." >&2
      exit 1 ;;
  esac
done

umask 022
mkdir -p "$(dirname "$target")" "$bin" "$share/applications"
rm -rf "$target.baru"
cp -R "$here" "$target.baru"
chmod -R u+w "$target.baru"
"$target.baru/sop-dik-cli" --version >/dev/null # yang tidak dapat berjalan tidak menggantikan apa-apa
rm -rf "$target.lama"
if [ -e "$target" ]; then mv "$target" "$target.lama"; fi
mv "$target.baru" "$target"
rm -rf "$target.lama"

ln -sf "$target/sop-dik" "$target/sop-dik-cli" "$bin/"
for size in 16 24 32 48 64 128 256; do
  mkdir -p "$share/icons/hicolor/${size}x$size/apps"
  cp "$target/desktop/sop-dik-$size.png" "$share/icons/hicolor/${size}x$size/apps/sop-dik.png"
done
# Dalam file .desktop, tanda khusus dari nama folder ditulis dengan garis miring terbalik.
quoted=$(printf '%s' "$target/sop-dik" | sed -e 's/[\\"`$]/\\&/g' -e 's/\\/\\\\/g' -e 's/%/%%/g')
grep -v '^Exec=' "$target/desktop/sop-dik.desktop" >"$share/applications/sop-dik.desktop"
printf 'Exec="%s"\n' "$quoted" >>"$share/applications/sop-dik.desktop"
if command -v update-desktop-database >/dev/null; then
  update-desktop-database "$share/applications" 2>/dev/null || :
fi
echo "Terpasang di $target. Buka dari menu aplikasi: Pemutakhiran DIK."
