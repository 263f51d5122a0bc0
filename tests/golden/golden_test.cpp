#include "compare.hpp"
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

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
                                (folder / "actions.jsonl").string() + " --output " + actual.string() + " --metrics " +
                                metrics.string() + " 2> " + (out / "log.txt").string();
    ASSERT_EQ(std::system(command.c_str()), 0) << "see " << out / "log.txt";
    std::ifstream stream(metrics);
    const auto counted = nlohmann::json::parse(stream);
    EXPECT_EQ(counted["gl_errors"], 0);
    if (std::getenv("UPDATE_GOLDENS")) {
        fs::copy_file(actual, expected, fs::copy_options::overwrite_existing);
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
