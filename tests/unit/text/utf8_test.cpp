#include "text/utf8.hpp"
#include <gtest/gtest.h>

namespace {

std::u32string decoded(std::string_view utf8)
{
    text::CodePoints out;
    text::decode(utf8, out);
    EXPECT_EQ(out.byte.size(), out.code.size() + 1);
    EXPECT_EQ(out.byte.back(), utf8.size());
    return {out.code.begin(), out.code.end()};
}

TEST(Utf8, ReadsAllLengths)
{
    EXPECT_EQ(decoded("aé喀𓀀"), U"aé喀𓀀");
    EXPECT_EQ(decoded(""), U"");
}

TEST(Utf8, BrokenBytesBecomeReplacementCharacters)
{
    EXPECT_EQ(decoded("a\xFF\xFE"
                      "b"),
              U"a\uFFFD\uFFFDb");
    EXPECT_EQ(decoded("\xE5\x96"), U"\uFFFD\uFFFD") << "cut short";
    EXPECT_EQ(decoded("\xC0\x80"), U"\uFFFD\uFFFD") << "overlong";
    EXPECT_EQ(decoded("\xED\xA0\x80"), U"\uFFFD\uFFFD\uFFFD") << "surrogate";
    EXPECT_EQ(decoded("\xF4\x90\x80\x80"), U"\uFFFD\uFFFD\uFFFD\uFFFD") << "past U+10FFFF";
    EXPECT_EQ(decoded(std::string_view{"a\0b", 3}), U"a\uFFFDb") << "a control character";
    EXPECT_EQ(decoded("a\tb\n"), U"a b ");
}

} // namespace
