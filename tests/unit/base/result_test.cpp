#include "base/result.hpp"
#include <gtest/gtest.h>

namespace {

TEST(Error, text_says_where_what_and_what_to_do)
{
    struct Case {
        base::Error error;
        const char* text;
    };
    const Case cases[] = {
        {{"no such file", "", ""}, "no such file"},
        {{"no such file", "atlas.toml", ""}, "atlas.toml: no such file"},
        {{"unknown column 'valeu'", "facts.csv, row 7", "did you mean 'value'?"},
         "facts.csv, row 7: unknown column 'valeu' (did you mean 'value'?)"},
        {{"empty", "", "add a row"}, "empty (add a row)"},
    };
    for (const Case& c : cases) EXPECT_EQ(c.error.text(), c.text);
}

TEST(Error, within_puts_the_outer_place_first)
{
    base::Result<int> inner = base::fail("no geometry", "feature 12", "remove it");
    base::Result<int> middle = base::within("layer 'rivers'", inner.error());
    base::Result<int> outer = base::within("atlas.toml", middle.error());
    EXPECT_EQ(outer.error().text(), "atlas.toml, layer 'rivers', feature 12: no geometry (remove it)");
    EXPECT_EQ(base::Result<int>(base::within("here", {"odd", "", ""})).error().text(), "here: odd");
}

} // namespace
