# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2154 # project, cache, gimp and root are set by ./dev
# The packages of ./dev: a Debian package, and a tarball to unpack into GIMP's folder of plug-ins.
# The same commit gives the same bytes, wherever and whenever it is built.

# Makes both from the last commit, in build/package-VERSION.
make_packages() {
  local place=$project/build/package-$gimp log=$project/build/package-$gimp.log version source moment
  version=$(sed -n "s/^  version: '\(.*\)',$/\1/p" "$project/meson.build")
  source=$place/wordbrush-$version
  moment=$(git -C "$project" log -1 --format=%ct) || die "Packages are made from a commit, and $project is no clone."
  [[ -z $(git -C "$project" status --porcelain) ]] || say "What is not committed is not in the packages."
  if ! { rm -rf "$place" && mkdir -p "$source"; }; then die "$place cannot be written to."; fi
  git -C "$project" archive HEAD | tar -x -C "$source" && cp -r "$source/data/packaging/debian" "$source/"
  local -a settings=(SOURCE_DATE_EPOCH="$moment" DEB_BUILD_OPTIONS='noautodbgsym nocheck' DEB_CXXFLAGS_STRIP=-g)
  step "$log" "Making the Debian package; this takes some minutes..." \
    enter env -C "$source" "${settings[@]}" dpkg-buildpackage --build=binary --no-sign ||
    show_failure "$log" "The package could not be made."
  tarball=$place/wordbrush-$version-gimp-$gimp-linux-$(uname -m).tar.xz
  step "$log" "Making the tarball..." enter env "${settings[@]}" "$source/data/packaging/make_folder.sh" \
    "$source"/debian/wordbrush/usr/lib/*/gimp/3.0/plug-ins/wordbrush "$tarball" ||
    show_failure "$log" "The tarball could not be made."
  rm -rf "$source"
  package=$(echo "$place"/*.deb)
}

# Installs, uses and removes both in a fresh Debian, which nothing remains of.
try_packages() {
  local log=$cache/logs/try-$gimp.log
  become_root "try the packages in a fresh Debian"
  # In a mount namespace of its own nothing stays mounted, even if it is killed.
  step "$log" "Trying the packages in a fresh Debian with GIMP $gimp; this takes 1 to 3 minutes..." \
    as_root unshare --mount mmdebstrap --variant=apt --mode=root --format=null \
    --aptopt='APT::Install-Recommends "false"' --aptopt='Acquire::Check-Valid-Until "false"' \
    --aptopt='Acquire::Retries "3"' --customize-hook="copy-in '$package' '$tarball' '$project/tests/package/try.sh' /root" \
    --customize-hook="chroot \"\$1\" sh /root/try.sh '${package##*/}' '${tarball##*/}' '${gimp}'" "$(suite)" /dev/null
}

command_package() {
  use_gimp "$wish" || exit
  local package tarball
  make_packages
  say "Made: $package" "$tarball"
  [[ ${1:-} != --try ]] || try_packages || show_failure "$cache/logs/try-$gimp.log" "The packages do not work."
}

# --- As a part of the tests

trials=() # "PROCESS VERSION" of those that go on

# Makes and tries the packages while the tests go on, which come first where both want the processor.
start_trial() {
  if ! git -C "$project" rev-parse --verify --quiet HEAD >/dev/null; then
    summary+=("!!! The packages for GIMP $gimp were NOT TRIED: they are made from a commit, and this is no clone !!!")
    return
  fi
  (
    trap - INT EXIT
    background=yes
    renice -n 19 "$BASHPID" >/dev/null
    make_packages
    try_packages && exit
    tail -n 60 "$cache/logs/try-$gimp.log" >&2
    # Without a Debian to try them in, nothing is known of them.
    ! grep -q '^== ' "$cache/logs/try-$gimp.log" || exit 1
    exit 2
  ) &
  trials+=("$! $gimp")
}

# Waits for them, and counts each as a test.
end_trials() {
  local process version status
  for trial in "${trials[@]}"; do
    read -r process version <<<"$trial"
    say "Waiting for the trial of the packages for GIMP $version..."
    status=0
    wait "$process" || status=$?
    case $status in
      0) summary+=("The packages for GIMP $version, in a fresh Debian: they work") && passed=$((passed + 1)) ;;
      2) summary+=("!!! The packages for GIMP $version were NOT TRIED: no fresh Debian could be made (see above) !!!") ;;
      *) summary+=("The packages for GIMP $version, in a fresh Debian: FAILED (see above)") && failed=$((failed + 1)) ;;
    esac
  done
}
