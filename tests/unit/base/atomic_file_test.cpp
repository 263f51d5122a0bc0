#include "base/atomic_file.hpp"
#include <gtest/gtest.h>
#include <iterator>
#include <unistd.h>

namespace {

namespace fs = std::filesystem;

class AtomicFile : public testing::Test {
protected:
    AtomicFile() { fs::create_directory(folder_); }
    ~AtomicFile() override { fs::remove_all(folder_); }
    [[nodiscard]] auto entries() const { return std::distance(fs::directory_iterator(folder_), {}); }
    fs::path folder_ = fs::temp_directory_path() / ("atomic_file_" + std::to_string(getpid()));
};

TEST_F(AtomicFile, IsThereWholeOnceCommitted)
{
    base::AtomicFile file;
    ASSERT_TRUE(file.open(folder_ / "a.txt"));
    file.out() << "whole";
    EXPECT_FALSE(fs::exists(folder_ / "a.txt"));
    ASSERT_TRUE(file.commit());
    EXPECT_EQ(fs::file_size(folder_ / "a.txt"), 5U);
    EXPECT_EQ(entries(), 1);
}

TEST_F(AtomicFile, LeavesNothingWhenGivenUp)
{
    {
        base::AtomicFile file;
        ASSERT_TRUE(file.open(folder_ / "a.txt"));
        file.out() << "half";
    }
    EXPECT_EQ(entries(), 0);
}

TEST_F(AtomicFile, SaysWhatCannotBeWritten)
{
    base::AtomicFile nowhere;
    const auto opened = nowhere.open(folder_ / "missing" / "a.txt");
    ASSERT_FALSE(opened);
    EXPECT_NE(opened.error().text().find("a.txt"), std::string::npos);
    fs::create_directory(folder_ / "taken");
    fs::create_directory(folder_ / "taken" / "inside");
    base::AtomicFile taken;
    ASSERT_TRUE(taken.open(folder_ / "taken"));
    EXPECT_FALSE(taken.commit());
    EXPECT_EQ(entries(), 1) << "the folder alone";
}

} // namespace
