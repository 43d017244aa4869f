#!/usr/bin/env bash
# Runs both commands as on a fresh machine: Debian 12 with nothing but what README.md asks for (Rust,
# Node.js with npm, git) and a C compiler and linker, an empty home, no crates, no tools, no browsers,
# no fonts. Needs root, debootstrap and about 12 GB; takes the committed state of this checkout, and the
# Rust toolchain and Node.js of this machine.
#
#   tools/clean-room.sh /var/tmp/clean-room [commands]   # without commands: serve, then test
#
# The folder is kept, so that another call goes on in it with what was installed there: remove it to
# start anew. <folder>/out has the logs, and `times`: when the first page came and when the tests ended.
set -euo pipefail

[ $# -ge 1 ] || { sed -n '2,/^set/{/^set/d;s/^# \{0,1\}//p}' "$0"; exit 2; }
sources=$(git -C "$(dirname "$0")" rev-parse --show-toplevel)
mkdir -p "$1"
room=$(cd "$1" && pwd)
shift

if [ ! -e "$room/out" ]; then
  packages=ca-certificates,curl,git,build-essential
  debootstrap --variant=minbase --include="$packages" bookworm "$room" http://deb.debian.org/debian
  for suite in bookworm-updates bookworm-security; do
    case $suite in *-security) archive=debian-security ;; *) archive=debian ;; esac
    echo "deb http://deb.debian.org/$archive $suite main" >> "$room/etc/apt/sources.list"
  done
  printf '127.0.0.1 localhost\n::1 localhost\n' > "$room/etc/hosts"
  # Certificates of a company's proxy, where there are some.
  find /usr/local/share/ca-certificates -name '*.crt' -exec cp {} "$room/usr/local/share/ca-certificates" ';'
  chroot "$room" update-ca-certificates
  # Node.js as it is here, and Rust without any crate or tool beside it.
  node=$(readlink -f "$(command -v node)")
  npm=$(dirname "$(dirname "$(readlink -f "$(command -v npm)")")")
  mkdir -p "$room/usr/local/lib/node_modules" "$room/rust" "$room/out"
  cp "$node" "$room/usr/local/bin/node"
  cp -r "$npm" "$room/usr/local/lib/node_modules/npm"
  ln -s ../lib/node_modules/npm/bin/npm-cli.js "$room/usr/local/bin/npm"
fi
cp /etc/resolv.conf "$room/etc/resolv.conf"
# From outside, since a work tree of git has its history elsewhere.
[ -e "$room/root/report-widget" ] || git clone --quiet --no-hardlinks "$sources" "$room/root/report-widget"
git -C "$room/root/report-widget" pull --quiet "$sources" HEAD

cat > "$room/out/commands" <<'END'
set -um
note() { echo "$(date +%T) $*" | tee -a /out/times; }
cd /root/report-widget
note "at $(git log --oneline --max-count 1)"
if [ $# -gt 0 ]; then note "$*"; "$@"; note "ended with $?"; exit; fi

cargo xtask serve --port 0 > /out/serve.log 2>&1 &
until address=$(grep --only-matching 'http://127.0.0.1:[0-9]*/' /out/serve.log) && curl --silent --fail "$address" > /out/page.html; do
  kill -0 $! || { note "serve ended without a page"; exit 1; }
  sleep 1
done
note "first page at $address"
kill -- -$!
cargo xtask test > /out/test.log 2>&1
note "tests ended with $?"
tail -n 20 /out/test.log
END

# Everything is mounted in a space of its own, and ends with it.
export room
# shellcheck disable=SC2016 # the variables are for the shell inside
toolchain=$(cd "$sources" && rustc --print sysroot) unshare --mount --pid --fork --kill-child bash -euc '
  mount --make-rprivate /
  mount --bind "$toolchain" "$room/rust"
  mount -o remount,bind,ro "$room/rust"
  mount -t proc proc "$room/proc"
  mount -t sysfs sysfs "$room/sys"
  mount --rbind /dev "$room/dev"
  mount -t tmpfs tmpfs "$room/dev/shm"
  mount -t tmpfs tmpfs "$room/tmp"
  exec chroot "$room" /usr/bin/env --ignore-environment HOME=/root TERM=dumb \
    PATH=/rust/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
    NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt \
    CARGO_INCREMENTAL=0 CARGO_PROFILE_DEV_DEBUG=none bash /out/commands "$@"
' bash "$@"
