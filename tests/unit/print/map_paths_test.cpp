#include "print/paint_map.hpp"
#include "print/write_svg.hpp"
#include <cmath>
#include <gtest/gtest.h>

namespace {

using namespace print;

/// A straight line of 100 km from west to east through the middle of the page, a metre the thousandth of a unit.
std::shared_ptr<scene::LineMesh> straight_line()
{
    auto mesh = std::make_shared<scene::LineMesh>();
    mesh->points = {{0, 0, 0, scene::kBreak, 0, 9999},
                    {0, 0, 0, 1, 0, 9999},
                    {50'000, 0, 50'000, 1, 0, 9999},
                    {100'000, 0, 100'000, 1, 0, 9999},
                    {100'000, 0, 100'000, scene::kBreak, 0, 9999}};
    return mesh;
}

MapFrame frame_of_page() { return {0, 0, {50, 200}, 1000, {0, 0, 400, 400}}; }

class Paper : public testing::Test {
protected:
    Paper()
    {
        auto opened = text::Engine::open(std::filesystem::path(ATLAS_SOURCE_DIR) / "assets/fonts");
        if (opened) engine = std::move(*opened);
        auto theme = scene::load_theme(std::filesystem::path(ATLAS_SOURCE_DIR) / "assets/themes", "paper");
        if (theme) scene.theme = std::make_shared<const scene::Theme>(*theme);
        scene.geometry = std::make_shared<const scene::MapGeometry>();
        scene.scale = 1;
    }

    std::vector<Path> ribbon(double value, data::State state, float offset = 0, float scale = 1)
    {
        scene.scale = scale;
        scene::RibbonDraw draw;
        draw.overlay = "trains";
        draw.section = "horgos";
        draw.mesh = straight_line();
        draw.state = state;
        draw.value = value;
        draw.width_px = static_cast<float>(value * kPxPerTrain) * scale;
        draw.offset_px = offset * scale;
        draw.to_m = 80'000;
        draw.color = {1, 0, 0, 1};
        scene.ribbons = {draw};
        std::vector<Item> items;
        const auto frame = frame_of_page();
        MapPainter{scene, frame, *engine, items}.ribbons();
        std::vector<Path> paths;
        for (const auto& item : items) paths.push_back(std::get<Path>(item));
        return paths;
    }

    static constexpr double kPxPerTrain = 0.00364;
    scene::Scene scene;
    std::unique_ptr<text::Engine> engine;
};

const Path& value_path(const std::vector<Path>& paths)
{
    for (const auto& path : paths)
        if (path.name == "trains horgos") return path;
    ADD_FAILURE() << "no path says the value";
    return paths.front();
}

} // namespace

TEST_F(Paper, ARibbonsWidthInMillimetresIsKTimesItsValue)
{
    ASSERT_TRUE(engine && scene.theme);
    const double k_mm = kPxPerTrain * 25.4 / 96;
    for (const double value : {300.0, 4652.0, 8730.0, 16414.0})
        for (const auto state : {data::State::published, data::State::computed, data::State::partial,
                                 data::State::conflicting, data::State::minimum, data::State::at_most})
            for (const float scale : {1.0F, 2.0F}) { // a display's scale must not reach the paper
                const auto paths = ribbon(value, state, 0, scale);
                EXPECT_NEAR(value_path(paths).stroke->width * kMmPerUnit, k_mm * value, 1e-4)
                    << value << " " << data::to_string(state);
            }
}

TEST_F(Paper, ARibbonEndsWhereItsFigureEndsAndLiesAsideByItsOffset)
{
    ASSERT_TRUE(engine);
    const auto paths = ribbon(8730, data::State::published, 12);
    const auto& points = value_path(paths).parts.front().points;
    EXPECT_NEAR(points.front().x, 50, 1e-6);
    EXPECT_NEAR(points.back().x, 130, 1e-6);                  // 80 km
    for (const auto& p : points) EXPECT_NEAR(p.y, 212, 1e-6); // to the right of an eastward path is down
}

TEST_F(Paper, StatesAreToldApartByShape)
{
    ASSERT_TRUE(engine);
    EXPECT_TRUE(value_path(ribbon(8730, data::State::partial)).stroke->hatch.has_value());
    EXPECT_FALSE(value_path(ribbon(8730, data::State::published)).stroke->hatch.has_value());
    EXPECT_EQ(value_path(ribbon(100, data::State::published)).stroke->dash.size(), 2U) << "thinner than a line: dotted";
    const auto minimum = ribbon(8730, data::State::minimum);
    EXPECT_TRUE(std::any_of(minimum.begin(), minimum.end(), [](const Path& p) {
        return p.stroke->dash == std::vector<double>{2, 5} && p.stroke->width > 8730 * kPxPerTrain;
    })) << "an open fringe";
    const auto absent = ribbon(0, data::State::absent);
    EXPECT_TRUE(absent.empty()) << "no width, nothing drawn";
}

TEST(LinePieces, DashesGoOnWhereALineComesBackIntoSight)
{
    auto frame = frame_of_page();
    frame.rect = {100, 0, 20, 400}; // 50 km to 70 km along
    const auto pieces = line_pieces(*straight_line(), frame, 2024, 0);
    ASSERT_EQ(pieces.size(), 1U);
    EXPECT_NEAR(pieces.front().start + (100 - 50) - 50, 0, 1e-6) << "units from the line's own start";
    auto mesh = *straight_line();
    for (auto& p : mesh.points) p.opened = 2025;
    EXPECT_TRUE(line_pieces(mesh, frame, 2024, 0).empty()) << "not open yet";
}

TEST(AreaOutline, IsTheEdgeOfAllTrianglesAndNothingWithin)
{
    scene::AreaMesh square; // two triangles, wound differently, corners not shared
    square.points = {{0, 0}, {100'000, 0}, {100'000, 100'000}, {0, 0}, {0, 100'000}, {100'000, 100'000}};
    square.indices = {0, 1, 2, 3, 4, 5};
    const auto rings = area_outline(square, frame_of_page());
    ASSERT_EQ(rings.size(), 1U);
    EXPECT_EQ(rings.front().points.size(), 4U);
    EXPECT_TRUE(rings.front().closed);
    double area = 0;
    const auto& p = rings.front().points;
    for (std::size_t i = 0; i < p.size(); ++i) {
        const auto &a = p[i], &b = p[(i + 1) % p.size()];
        area += (a.x * b.y - b.x * a.y) / 2;
    }
    EXPECT_NEAR(std::abs(area), 100 * 100, 1e-6);
}

TEST_F(Paper, SvgKeepsTextAsTextWithItsDirection)
{
    ASSERT_TRUE(engine);
    Drawing drawing;
    drawing.width = 400;
    drawing.height = 300;
    drawing.language = "ug";
    drawing.title = "A & B";
    drawing.families = engine->family_names();
    text::Style style;
    style.size_px = 14;
    for (const char* words : {"Ürümqi <1>", "قەشقەر", "乌鲁木齐"}) {
        Text text;
        text.placed = engine->place(words, style);
        text.style = style;
        text.at = {10, 20};
        drawing.items.emplace_back(text);
    }
    const auto svg = to_svg(drawing);
    EXPECT_NE(svg.find(">Ürümqi &lt;1&gt;</text>"), std::string::npos) << svg;
    EXPECT_NE(svg.find("direction=\"rtl\""), std::string::npos);
    EXPECT_NE(svg.find(">قەشقەر</text>"), std::string::npos);
    EXPECT_NE(svg.find("width=\"105.83mm\""), std::string::npos);
    EXPECT_NE(svg.find("<title>A &amp; B</title>"), std::string::npos);
    EXPECT_NE(svg.find("Noto Sans"), std::string::npos);
    const auto& rtl = std::get<Text>(drawing.items[1]).placed;
    EXPECT_TRUE(rtl.right_to_left);
    EXPECT_GT(rtl.spans.front().glyphs.front().byte, rtl.spans.front().glyphs.back().byte) << "left to right on paper";
}
