#include "base/toml_file.hpp"
#include <gtest/gtest.h>

namespace {

std::string fault(std::string_view text)
{
    const auto parsed = base::parse_toml(text, "a.toml");
    return parsed ? std::string() : parsed.error().text();
}

} // namespace

TEST(TomlFile, any_letter_may_stand_in_quotes_and_comments)
{
    EXPECT_EQ(fault("\xEF\xBB\xBF# Үрімші\na = \"Үрімші \\\" é\" # é\nb = '\\'\n\"ключ\" = 1\n"), "");
    EXPECT_EQ(fault("a = \"\"\"\nүш \"жол\" \\\n e é\"\"\"\nb = '''é\né'''\nc = \"\" # é\n"), "");
}

TEST(TomlFile, a_letter_without_quotes_is_an_error_of_its_line)
{
    for (const char* text : {"a = 1\nключ = 2\n", "a = 1\nb = Привет\n", "a = 1\nbº = 2", "a = \"\"\"\n\"\"\" é",
                             "a = \"\"\"b \\\n é\"\"\""})
        EXPECT_NE(fault(text).find("line 2"), std::string::npos) << text << ": " << fault(text);
}

TEST(TomlFile, a_key_that_cannot_be_is_an_error_not_an_end)
{
    EXPECT_NE(fault("[[~view]]\n").find("line 1"), std::string::npos);
    EXPECT_NE(fault("a = [").find("a.toml"), std::string::npos);
}
