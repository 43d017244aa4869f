//! `report-fuzz TARGET INPUTS [SEED]`: runs changed seeds, as many as asked; where an input breaks a
//! promise it is written to a file and the program ends. `report-fuzz --seeds FOLDER` writes the
//! seeds of every target for libFuzzer; `report-fuzz --list` tells the targets.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;
use std::{env, fs, io};

use report_fuzz::{TARGETS, mutations, target};

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments[..] {
        ["--list"] => TARGETS.iter().for_each(|target| println!("{}", target.name)),
        ["--seeds", folder] => {
            if let Err(error) = write_seeds(Path::new(folder)) {
                eprintln!("report-fuzz: {folder}: {error}");
                return ExitCode::FAILURE;
            }
        }
        [name, inputs] => return run(name, inputs, "0"),
        [name, inputs, seed] => return run(name, inputs, seed),
        _ => return usage(),
    }
    ExitCode::SUCCESS
}

fn usage() -> ExitCode {
    eprintln!("report-fuzz TARGET INPUTS [SEED] | --seeds FOLDER | --list");
    ExitCode::from(2)
}

fn run(name: &str, inputs: &str, seed: &str) -> ExitCode {
    let (Some(target), Ok(inputs), Ok(seed)) = (target(name), inputs.parse(), seed.parse()) else {
        return usage();
    };
    let start = Instant::now();
    for (number, input) in mutations(target, seed).take(inputs).enumerate() {
        if catch_unwind(AssertUnwindSafe(|| (target.run)(&input))).is_err() {
            let file = format!("{name}-{seed}-{number}.crash");
            match fs::write(&file, &input) {
                Ok(()) => eprintln!("report-fuzz: the input is in {file}"),
                Err(error) => eprintln!("report-fuzz: {file}: {error}; the input is {input:?}"),
            }
            return ExitCode::FAILURE;
        }
    }
    println!("{name}: {inputs} inputs in {:.1} s, no crash", start.elapsed().as_secs_f32());
    ExitCode::SUCCESS
}

fn write_seeds(folder: &Path) -> io::Result<()> {
    for target in &TARGETS {
        let folder = folder.join(target.name);
        fs::create_dir_all(&folder)?;
        for (number, seed) in (target.seeds)().iter().enumerate() {
            fs::write(folder.join(format!("seed-{number}")), seed)?;
        }
        let quoted = |word: &&str| {
            let byte = |byte: u8| format!("\\x{byte:02x}");
            format!("\"{}\"\n", word.bytes().map(byte).collect::<String>())
        };
        let words: String = target.words.iter().map(quoted).collect();
        fs::write(folder.with_extension("dict"), words)?;
    }
    Ok(())
}
