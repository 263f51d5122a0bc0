// Runs a corpus through a fuzz target without libFuzzer: every file as it is, cut short, and damaged. The damage comes
// from a fixed seed, so a failure repeats. Usage: replay_<target> CORPUS_FOLDER_OR_FILE...
#include "fuzz/fuzz_target.hpp"
#include <algorithm>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <unistd.h>
#include <vector>

namespace {

constexpr int kCuts = 12;
constexpr int kDamaged = 48;
constexpr std::size_t kMaxSize = 1U << 16U;

std::string running; // for the signal handler: which input broke the target

void name_the_input(int signal)
{
    const std::string line = "while running " + running + "\n";
    [[maybe_unused]] const auto written = write(STDERR_FILENO, line.data(), line.size());
    std::signal(signal, SIG_DFL);
    std::raise(signal);
}

void run(const std::string& name, const std::string& bytes)
{
    running = name;
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
}

std::string damaged(std::string bytes, const std::string& other, std::minstd_rand& random)
{
    const auto up_to = [&](std::size_t limit) { return limit == 0 ? std::size_t{0} : random() % limit; };
    for (std::size_t i = 0, count = 1 + up_to(4); i < count; ++i) {
        const std::size_t at = up_to(bytes.size() + 1);
        switch (random() % 5) {
        case 0: // another byte
            if (at < bytes.size()) bytes[at] = static_cast<char>(random() & 0xFFU);
            break;
        case 1: // one of the characters that mean something to the readers
            bytes.insert(at, 1, "\"\\[]{},:=\n\r\t0-.eE#'\xFF"[random() % 20]);
            break;
        case 2: // a piece is missing
            bytes.erase(at, up_to(40));
            break;
        case 3: // a piece comes twice
            bytes.insert(at, bytes.substr(up_to(bytes.size() + 1), up_to(60)));
            break;
        default: // a piece of another file
            bytes.insert(at, other.substr(up_to(other.size() + 1), up_to(60)));
        }
    }
    return bytes;
}

std::vector<std::filesystem::path> inputs(int count, char** names)
{
    std::vector<std::filesystem::path> files;
    for (int i = 1; i < count; ++i)
        if (std::filesystem::is_directory(names[i]))
            for (const auto& entry : std::filesystem::directory_iterator(names[i])) files.push_back(entry.path());
        else
            files.emplace_back(names[i]);
    std::sort(files.begin(), files.end());
    return files;
}

std::string read_file(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(in), {}};
    bytes.resize(std::min(bytes.size(), kMaxSize));
    return bytes;
}

} // namespace

int main(int count, char** names)
{
    const auto files = inputs(count, names);
    if (files.empty()) {
        std::fprintf(stderr, "no inputs; usage: %s CORPUS_FOLDER_OR_FILE...\n", names[0]);
        return 1;
    }
    std::signal(SIGABRT, name_the_input);
    std::signal(SIGSEGV, name_the_input);
    std::vector<std::string> corpus;
    for (const auto& file : files) corpus.push_back(read_file(file));
    int runs = 0;
    std::minstd_rand random(20240817);
    for (std::size_t i = 0; i < corpus.size(); ++i) {
        const std::string name = files[i].filename().string();
        const std::string& bytes = corpus[i];
        run(name, bytes);
        for (std::size_t cut = 0; cut < kCuts; ++cut)
            run(name + " cut " + std::to_string(cut), bytes.substr(0, bytes.size() * cut / kCuts));
        for (int n = 0; n < kDamaged; ++n)
            run(name + " damaged " + std::to_string(n), damaged(bytes, corpus[random() % corpus.size()], random));
        runs += 1 + kCuts + kDamaged;
    }
    std::printf("%d inputs from %zu files\n", runs, files.size());
    return 0;
}
