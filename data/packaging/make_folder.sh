#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Packs an installed plug-in with the libraries that GIMP does not bring, to be unpacked
# into the plug-ins folder of a user's GIMP: make_folder.sh INSTALLED TARBALL.
# It takes SOURCE_DATE_EPOCH from the environment.
set -eu
installed=$1 tarball=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
folder=$work/wordbrush

cp -r "$installed" "$folder"
mkdir "$folder/lib"
# What GIMP itself needs is there wherever GIMP is.
libraries_of() { ldd "$@" | awk '/=> \// {print $3}' | sort -u; }
libraries_of "$(command -v gimp)" "$(ldconfig -p | awk '/libgimpui-3.0.so.0 / {print $NF; exit}')" >"$work/of_gimp"
libraries_of "$folder/wordbrush" | comm -23 - "$work/of_gimp" | grep -v '/libgimp' |
  while read -r library; do
    name=${library##*/}
    cp -L "$library" "$folder/lib/$name"
    package=$(dpkg -S "*/$name" | head -n 1 | cut -d: -f1)
    cp -L "/usr/share/doc/$package/copyright" "$folder/lib/$name.copyright"
  done
# The old kind of path holds for the libraries' own libraries too.
patchelf --force-rpath --set-rpath "\$ORIGIN/lib" "$folder/wordbrush"
chmod -R u=rwX,go=rX "$folder"
tar -C "$work" --sort=name --mtime="@$SOURCE_DATE_EPOCH" --owner=0 --group=0 --numeric-owner -c wordbrush |
  xz -T1 >"$tarball"
