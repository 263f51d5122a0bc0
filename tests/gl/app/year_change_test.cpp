#include "gl/whole_picture.hpp"
#include <gtest/gtest.h>

/// "Changing the year uploads nothing": counted over all years, on the shipped atlas, glyphs included.
namespace {

struct Shown {
    const char *view, *overlay, *language, *select;
    friend std::ostream& operator<<(std::ostream& out, const Shown& s)
    {
        return out << s.view << ' ' << s.overlay << ' ' << s.language << ' ' << s.select;
    }
};

class YearChange : public testing::TestWithParam<Shown> {};

TEST_P(YearChange, UploadsNothing)
{
    app::Options options;
    options.width = 1280;
    options.height = 720;
    options.view = GetParam().view;
    options.overlay = GetParam().overlay;
    options.language = GetParam().language;
    options.select = GetParam().select;
    test::WholePicture picture(options);
    auto& session = *picture.session;
    const int home = session.state().year;
    ASSERT_TRUE(picture.stage->rehearsal_due(session));
    while (picture.stage->rehearsal_due(session)) picture.stage->rehearse(session);
    EXPECT_EQ(session.state().year, home);

    const auto uploaded = picture.stage->metrics().bytes_uploaded;
    const auto& atlas = *session.dataset().atlas;
    for (int year = atlas.first_year; year <= atlas.last_year; ++year) {
        session.dispatch(scene::SetYear{year});
        picture.stage->draw(session, picture.canvas->framebuffer(), 0.016, true);
        EXPECT_EQ(picture.stage->metrics().bytes_uploaded, uploaded) << year;
    }
    EXPECT_FALSE(picture.stage->rehearsal_due(session)) << "a year alone needs no second rehearsal";
    EXPECT_EQ(picture.stage->metrics().gl_errors, 0U);
}

INSTANTIATE_TEST_SUITE_P(Atlas, YearChange,
                         testing::Values(Shown{"corridors", "trains", "en", ""},
                                         Shown{"xinjiang", "port_value", "zh", "horgos"},
                                         Shown{"horgos", "vehicles", "ru", "horgos"},
                                         Shown{"xinjiang", "trade_total", "ug", "xinjiang"}));

} // namespace
