#include "compare.hpp"
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <set>

/// Each folder of tests/golden is a case: actions.jsonl is replayed by the shipped program, its picture compared with
/// expected.png. UPDATE_GOLDENS=1 rewrites. Failures leave actual, expected and diff in the build folder.
namespace fs = std::filesystem;

namespace {

const fs::path kCases = fs::path(ATLAS_SOURCE_DIR) / "tests/golden";

/// Pixels that may differ: 0.025 %, looser only with a written reason in the case's tolerance.txt ("0.001 reason").
double allowed_fraction(const fs::path& folder)
{
    std::ifstream in(folder / "tolerance.txt");
    double fraction = 0.00025;
    std::string reason;
    if (in >> fraction) {
        std::getline(in, reason);
        EXPECT_GT(reason.size(), 10U) << "a looser tolerance needs a reason";
    }
    return fraction;
}

/// More of the command line for a case: arguments.txt, "@" standing for the root of the source.
std::string arguments(const fs::path& folder)
{
    std::ifstream in(folder / "arguments.txt");
    std::string line;
    std::getline(in, line);
    for (auto at = line.find('@'); at != std::string::npos; at = line.find('@')) line.replace(at, 1, ATLAS_SOURCE_DIR);
    return " " + line;
}

/// screenshots.txt: a case and the picture of the README that it is, a line each.
std::vector<std::pair<std::string, fs::path>> screenshots()
{
    std::vector<std::pair<std::string, fs::path>> out;
    std::ifstream in(kCases / "screenshots.txt");
    for (std::string name, file; in >> name >> file;)
        out.emplace_back(name, fs::path(ATLAS_SOURCE_DIR) / "assets/screenshots" / file);
    return out;
}

std::string bytes_of(const fs::path& file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<std::string> case_names()
{
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(kCases))
        if (entry.is_directory() && fs::exists(entry.path() / "actions.jsonl"))
            names.push_back(entry.path().filename());
    std::sort(names.begin(), names.end());
    return names;
}

class Golden : public testing::TestWithParam<std::string> {};

} // namespace

TEST_P(Golden, picture_is_as_approved)
{
    const fs::path folder = kCases / GetParam(), out = fs::path(ATLAS_BUILD_DIR) / "golden" / GetParam();
    fs::create_directories(out);
    const fs::path actual = out / "actual.png", metrics = out / "metrics.json", expected = folder / "expected.png";
    const std::string command = std::string(ATLAS_BINARY) + " --size 1280x720 --scale 1 --replay " +
                                (folder / "actions.jsonl").string() + arguments(folder) + " --output " +
                                actual.string() + " --metrics " + metrics.string() + " 2> " +
                                (out / "log.txt").string();
    ASSERT_EQ(std::system(command.c_str()), 0) << "see " << out / "log.txt";
    std::ifstream stream(metrics);
    const auto counted = nlohmann::json::parse(stream);
    EXPECT_EQ(counted["gl_errors"], 0);
    if (std::getenv("UPDATE_GOLDENS")) {
        fs::copy_file(actual, expected, fs::copy_options::overwrite_existing);
        for (const auto& [name, picture] : screenshots())
            if (name == GetParam()) fs::copy_file(actual, picture, fs::copy_options::overwrite_existing);
        GTEST_SKIP() << "rewritten";
    }
    ASSERT_TRUE(fs::exists(expected)) << "no expected.png: look at " << actual << ", then run with UPDATE_GOLDENS=1";
    const auto difference = golden::compare(actual, expected, out / "diff.png");
    ASSERT_TRUE(difference) << difference.error().text();
    EXPECT_LE(*difference, allowed_fraction(folder)) << "see " << out;
    if (*difference > allowed_fraction(folder))
        fs::copy_file(expected, out / "expected.png", fs::copy_options::overwrite_existing);
}

INSTANTIATE_TEST_SUITE_P(Cases, Golden, testing::ValuesIn(case_names()), [](const auto& one) { return one.param; });

TEST(Parts, APictureDrawnInPartsIsThePictureDrawnAtOnce)
{
    const fs::path out = fs::path(ATLAS_BUILD_DIR) / "golden/parts";
    fs::create_directories(out);
    const auto draw = [&](const std::string& name, const std::string& more) {
        const std::string command = std::string(ATLAS_BINARY) +
                                    " --size 1280x720 --scale 1 --view xinjiang --year 2025 --select horgos " + more +
                                    " --output " + (out / name).string() + " 2> " + (out / "log.txt").string();
        EXPECT_EQ(std::system(command.c_str()), 0) << "see " << out / "log.txt";
    };
    draw("whole.png", "");
    draw("halves.png", "--part 720"); // two parts side by side
    draw("many.png", "--part 333");   // parts that end anywhere
    for (const char* name : {"halves.png", "many.png"}) {
        const auto difference = golden::compare(out / name, out / "whole.png", out / "diff.png");
        ASSERT_TRUE(difference) << difference.error().text();
        EXPECT_LE(*difference, 0.00001) << name;
    }
}

TEST(Readme, ItsPicturesAreApprovedOutputsOfTheProgram)
{
    const std::string readme = bytes_of(fs::path(ATLAS_SOURCE_DIR) / "README.md");
    std::set<std::string> listed;
    for (const auto& [name, picture] : screenshots()) {
        listed.insert(picture.filename());
        EXPECT_NE(readme.find("assets/screenshots/" + picture.filename().string()), std::string::npos)
            << picture << " is not in the README";
        EXPECT_EQ(bytes_of(picture), bytes_of(kCases / name / "expected.png"))
            << picture << " is not the approved picture of " << name << ": run the case with UPDATE_GOLDENS=1";
    }
    for (const auto& entry : fs::directory_iterator(fs::path(ATLAS_SOURCE_DIR) / "assets/screenshots"))
        EXPECT_TRUE(listed.contains(entry.path().filename())) << entry.path() << " is no output of a test";
}
