s=$(date +%s)
H=$HOME/.cache/report-widget/tools/cargo-deny-0.20.2
CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_LTO=false CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 CARGO_PROFILE_RELEASE_DEBUG=0 nice -n 10 cargo install cargo-deny --version 0.20.2 --locked --no-default-features --root $H --target-dir /tmp/sec/deny-target
echo rc $? took $(( $(date +%s) - s ))
