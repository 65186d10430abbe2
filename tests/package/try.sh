#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Run in a fresh Debian as root: installs each package, makes a layer with it in the real
# GIMP, offline, and removes it again: try.sh DEB TARBALL GIMP-VERSION.
set -eu
cd /root
deb=$1 tarball=$2
user_folder=/tmp/home/.config/GIMP/$3/plug-ins

as_user() { setpriv --reuid 1000 --regid 1000 --clear-groups env HOME=/tmp/home LC_ALL=C.UTF-8 "$@"; }

edit_a_picture() {
  as_user gimp-console --no-data --batch-interpreter plug-in-script-fu-eval --batch '
    (let* ((image (car (gimp-image-new 320 240 RGB)))
           (layer (car (gimp-layer-new image "Photograph" 320 240 RGB-IMAGE 100 LAYER-MODE-NORMAL))))
      (gimp-image-insert-layer image layer 0 0)
      (gimp-drawable-fill layer FILL-WHITE)
      (plug-in-wordbrush-edit #:run-mode RUN-NONINTERACTIVE #:image image #:drawables (vector layer)
                              #:prompt "make it a drawing")
      (gimp-message (string-append "layers: " (number->string (vector-length (car (gimp-image-get-layers image)))))))' \
    --quit 2>&1 | tee /tmp/output
  grep -q 'layers: 2$' /tmp/output
}

what_remains() { find / -xdev \( -path /proc -o -path /root -o -path /tmp \) -prune -o -iname '*wordbrush*' -print | grep -v '^/var/lib/apt\|^/var/log\|^/var/cache'; }

install -d -o 1000 -g 1000 /tmp/home
say() { printf '== %s\n' "$*"; }

say "the Debian package"
apt-get install -y --no-install-recommends "./$deb"
test -f /usr/share/metainfo/org.gimp.GIMP.Plugin.Wordbrush.metainfo.xml
edit_a_picture
apt-get purge -y wordbrush
if what_remains; then say "this was left behind" && exit 1; fi

say "the tarball, without the libraries that the package brought"
apt-get autoremove -y --purge
apt-get install -y --no-install-recommends gimp xz-utils
if ls /usr/lib/*/libopencv* 2>/dev/null; then say "GIMP has its own OpenCV; this shows nothing" && exit 1; fi
as_user mkdir -p "$user_folder"
as_user tar -x -J -C "$user_folder" -f - <"$tarball"
edit_a_picture
say "all is well"
