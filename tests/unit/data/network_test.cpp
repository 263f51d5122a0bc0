#include "data/network.hpp"
#include <gtest/gtest.h>

namespace {

data::VectorLayer network()
{
    data::VectorLayer layer;
    const auto add = [&](const char* line, const char* from, const char* to, std::vector<geo::LonLat> points) {
        data::Feature feature;
        feature.first_part = static_cast<std::uint32_t>(layer.part_ends.size());
        feature.part_count = 1;
        feature.attributes = {{"line", line}, {"from", from}, {"to", to}};
        layer.points.insert(layer.points.end(), points.begin(), points.end());
        layer.part_ends.push_back(static_cast<std::uint32_t>(layer.points.size()));
        layer.features.push_back(feature);
    };
    add("A", "Urumqi", "Kuytun", {{87, 44}, {85, 44.4}});
    add("A", "Kuytun", "Jinghe", {{85, 44.4}, {84, 44.5}, {83, 44.6}});
    add("A", "Alashankou", "Jinghe", {{82.5, 45.2}, {83, 44.6}}); // stored against the order
    add("B", "Jinghe", "Horgos", {{83, 44.6}, {80.4, 44.2}});
    add("B", "Far", "Farther", {{10, 10}, {11, 11}});
    return layer;
}

base::Result<geo::Line> chain(const std::vector<data::PathStep>& path)
{
    const data::VectorLayer layer = network();
    return data::chain_path({&layer}, path);
}

TEST(Network, ChainsSectionsForwardsAndBackwards)
{
    const auto line = chain({{"A", "Urumqi", "Alashankou"}});
    ASSERT_TRUE(line) << line.error().text();
    EXPECT_EQ(*line, (geo::Line{{87, 44}, {85, 44.4}, {84, 44.5}, {83, 44.6}, {82.5, 45.2}}));
    const auto back = chain({{"A", "Alashankou", "Urumqi"}});
    ASSERT_TRUE(back);
    EXPECT_TRUE(std::equal(line->begin(), line->end(), back->rbegin(), back->rend()));
}

TEST(Network, ChainsSeveralLines)
{
    const auto line = chain({{"A", "Urumqi", "Jinghe"}, {"B", "Jinghe", "Horgos"}});
    ASSERT_TRUE(line) << line.error().text();
    EXPECT_EQ(line->size(), 5U);
    EXPECT_EQ(line->back(), (geo::LonLat{80.4, 44.2}));
}

TEST(Network, AStationMayBeNamedWithoutItsBrackets)
{
    data::VectorLayer layer = network();
    layer.features[2].attributes[1].second = "Alashankou (pass) [CN]";
    EXPECT_EQ(data::chain_path({&layer}, {{"A", "Alashankou", "Jinghe"}})->size(), 2U);
    layer.features[0].attributes[1].second = "Alashankou (town)";
    const auto line = data::chain_path({&layer}, {{"A", "Alashankou", "Jinghe"}});
    ASSERT_FALSE(line);
    EXPECT_EQ(line.error().what, "line 'A' has several stations 'Alashankou'");
}

TEST(Network, ErrorsNameLineAndStation)
{
    EXPECT_EQ(chain({{"C", "x", "y"}}).error().what, "there is no line 'C'");
    const auto station = chain({{"B", "Jinghe", "Yining"}});
    ASSERT_FALSE(station);
    EXPECT_EQ(station.error().text(), "line 'B' has no station 'Yining' (stations: Far, Farther, Horgos, Jinghe)");
    EXPECT_EQ(chain({{"B", "Jinghe", "Far"}}).error().what, "line 'B' does not connect 'Jinghe' with 'Far'");
    const auto gap = chain({{"A", "Urumqi", "Kuytun"}, {"B", "Jinghe", "Horgos"}});
    ASSERT_FALSE(gap);
    EXPECT_NE(gap.error().what.find("km from where the path is"), std::string::npos);
    EXPECT_FALSE(chain({}));
}

} // namespace
