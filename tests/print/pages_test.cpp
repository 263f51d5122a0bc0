#include "app/paths.hpp"
#include "app/session.hpp"
#include "scene/wording.hpp"
#include <cstdlib>
#include <fstream>
#include <gtest/gtest.h>
#include <regex>
#include <set>
#include <sstream>

/// The shipped program writes pages; poppler reads them back.
namespace {

namespace fs = std::filesystem;

const fs::path kOut = fs::path(ATLAS_BUILD_DIR) / "print";

std::string read(const fs::path& file)
{
    std::ifstream in(file, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

std::string output_of(const std::string& command)
{
    const auto file = kOut / "answer.txt";
    EXPECT_EQ(std::system((command + " > " + file.string() + " 2>&1").c_str()), 0) << command << "\n" << read(file);
    return read(file);
}

void page(const std::string& name, const std::string& arguments)
{
    fs::create_directories(kOut);
    const std::string command = std::string(ATLAS_BINARY) + " " + arguments + " --output " + (kOut / name).string();
    output_of(command);
    ASSERT_TRUE(fs::exists(kOut / name)) << command;
}

std::string words_of_pdf(const std::string& name, const std::string& order = "-raw")
{
    return output_of("pdftotext " + order + " " + (kOut / name).string() + " -");
}

std::string unescaped(std::string text)
{
    for (const auto& [from, to] : {std::pair("&lt;", "<"), {"&gt;", ">"}, {"&quot;", "\""}, {"&amp;", "&"}})
        for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + 1))
            text.replace(at, std::string(from).size(), to);
    return text;
}

/// Text of every <text> element.
std::vector<std::string> texts_of_svg(const std::string& svg)
{
    std::vector<std::string> out;
    for (auto at = svg.find("<text"); at != std::string::npos; at = svg.find("<text", at + 1)) {
        const auto begin = svg.find('>', at) + 1, end = svg.find("</text>", begin);
        std::string words;
        bool tag = false;
        for (const char c : svg.substr(begin, end - begin)) {
            if (c == '<') tag = true;
            if (!tag) words += c;
            if (c == '>') tag = false;
        }
        out.push_back(unescaped(words));
    }
    return out;
}

/// What a page may say in figures: published ones, results of labelled sums, years, and the steps of its scales.
struct Allowed {
    std::set<std::string> numbers;
    std::vector<std::string> sentences; ///< of sources, credits and captions

    explicit Allowed(const data::Dataset& dataset, const scene::Strings& strings)
    {
        const auto add = [&](const std::string& text) {
            static const std::regex number("[0-9][0-9.,]*[0-9]|[0-9]");
            for (auto it = std::sregex_iterator(text.begin(), text.end(), number); it != std::sregex_iterator(); ++it)
                numbers.insert(it->str());
        };
        for (const auto& fact : dataset.facts->facts) add(scene::figure(strings, fact, true));
        for (const auto& fact : dataset.facts->facts)
            if (fact.period_kind == data::PeriodKind::partial) add(scene::months(strings, fact));
        for (const auto& series : dataset.series->series)
            for (const auto& [year, value] : series.years) add(scene::figure(strings, value));
        for (int year = dataset.atlas->first_year; year <= dataset.atlas->last_year; ++year)
            numbers.insert(std::to_string(year));
        for (const auto& overlay : dataset.atlas->overlays)
            for (const double step : overlay.legend) add(scene::axis_number(strings, step));
        for (const double unit : {1.0, 2.0, 5.0})
            for (const double power : {1.0, 10.0, 100.0, 1000.0}) add(scene::axis_number(strings, unit * power));
        for (const auto& [id, source] : dataset.facts->sources) {
            std::string who =
                scene::fill_in(strings("source.line"),
                               {{"who", source.publisher}, {"date", scene::date_words(strings, source.published_on)}});
            sentences.push_back(who + " " + source.title);
            sentences.push_back(source.publisher + " " + source.title);
            sentences.push_back(source.address);
        }
        for (const auto& line : dataset.atlas->attributions) sentences.push_back(data::localized(line, "en"));
        for (const auto& projection : dataset.atlas->projections)
            sentences.push_back(data::localized(projection.caption, "en"));
    }

    [[nodiscard]] std::string foreign_in(const std::string& line) const
    {
        for (const auto& sentence : sentences)
            if (sentence.find(line) != std::string::npos) return {};
        static const std::regex number("[0-9][0-9.,]*[0-9]|[0-9]");
        for (auto it = std::sregex_iterator(line.begin(), line.end(), number); it != std::sregex_iterator(); ++it)
            if (!numbers.contains(it->str())) return it->str();
        return {};
    }
};

} // namespace

TEST(Pdf, SaysTitleLabelsFiguresAndSources)
{
    page("xinjiang.pdf", "--page A4 --theme paper --view xinjiang --year 2024");
    const auto words = words_of_pdf("xinjiang.pdf");
    for (const char* expected : {"2024", "Xinjiang · Freight trains", "16,414", "8,730", "7,684", "Kashgar", "Hotan",
                                 "computed: 16,414 − 8,730", "Xinhua via People's Daily Online",
                                 "http://en.people.cn/n3/2025/0104/c90000-20261984.html", "One scale for every year",
                                 "Boundaries are Natural Earth's de facto lines", "GeoNames (CC BY 4.0)", "200 km"})
        EXPECT_NE(words.find(expected), std::string::npos) << expected << " is not in\n" << words;
}

TEST(Pdf, HasThePaperAskedForAndItsFontsWithin)
{
    page("a3.pdf", "--page A3-portrait --theme paper --view corridors --lang zh");
    const auto info = output_of("pdfinfo " + (kOut / "a3.pdf").string());
    EXPECT_NE(info.find("841.89 x 1190.55 pts (A3)"), std::string::npos) << info;
    EXPECT_EQ(info.find("CreationDate"), std::string::npos) << "the same map gives the same file";
    const auto fonts = output_of("pdffonts " + (kOut / "a3.pdf").string());
    EXPECT_NE(fonts.find("NotoSansCJKsc"), std::string::npos) << fonts;
    EXPECT_EQ(fonts.find("Type 3"), std::string::npos) << fonts;
    EXPECT_EQ(fonts.find(" no  "), std::string::npos) << "all embedded\n" << fonts;
    EXPECT_NE(words_of_pdf("a3.pdf").find("新疆"), std::string::npos);
}

TEST(Pdf, UyghurIsRealText)
{
    page("ug.pdf", "--size 1600x900 --theme paper --view xinjiang --lang ug");
    // As many letters as the name has, in reading order: poppler may join them with marks of direction.
    auto words = words_of_pdf("ug.pdf", "");
    for (const char* mark : {"\u202A", "\u202B", "\u202C", "\u200E", "\u200F"})
        for (auto at = words.find(mark); at != std::string::npos; at = words.find(mark))
            words.erase(at, std::string(mark).size());
    EXPECT_NE(words.find("قەشقەر"), std::string::npos) << words;
    EXPECT_NE(words.find("خوتەن"), std::string::npos) << words;
}

TEST(Pdf, TheSameMapGivesTheSameFile)
{
    page("one.pdf", "--page A4 --theme paper --view horgos --year 2020");
    page("two.pdf", "--page A4 --theme paper --view horgos --year 2020");
    EXPECT_EQ(read(kOut / "one.pdf"), read(kOut / "two.pdf"));
}

TEST(Svg, EveryNumberIsAFactOrAScale)
{
    const auto paths = app::find_paths();
    ASSERT_TRUE(paths);
    auto session = app::Session::open({}, *paths);
    ASSERT_TRUE(session);
    (*session)->wait_until_loaded();
    const Allowed allowed((*session)->dataset(), (*session)->strings());
    const std::regex scale_words("[0-9.]+ mm = [0-9,]+ .*");
    for (const char* shown :
         {"--overlay trains --view xinjiang --year 2024", "--overlay trains --view corridors --year 2020",
          "--overlay trains --view corridors --year 2025", "--overlay port_value --view xinjiang --year 2018",
          "--overlay trade_total --view xinjiang --year 2023"}) {
        page("numbers.svg", std::string("--page A4 --theme paper ") + shown);
        const auto texts = texts_of_svg(read(kOut / "numbers.svg"));
        EXPECT_GT(texts.size(), 40U);
        for (const auto& line : texts)
            if (!std::regex_match(line, scale_words)) {
                EXPECT_EQ(allowed.foreign_in(line), "") << "in '" << line << "' (" << shown << ")";
            }
    }
}

TEST(Svg, WidthsOnTheLegendAreTheRibbonsScale)
{
    page("scale.svg", "--size 1600x1000 --theme paper --view xinjiang --year 2024");
    // k = 0.00364 px a train at 96 dpi: 1000 trains are 3.64 px.
    const auto svg = read(kOut / "scale.svg");
    EXPECT_NE(svg.find(">0.963 mm = 1,000 freight trains<"), std::string::npos);
    const auto named = svg.find("<title>trains horgos</title>");
    ASSERT_NE(named, std::string::npos);
    const auto element = svg.substr(svg.rfind("<path", named), named - svg.rfind("<path", named));
    std::smatch width;
    ASSERT_TRUE(std::regex_search(element, width, std::regex("stroke-width=\"([0-9.]+)\"")));
    EXPECT_NEAR(std::stod(width[1]), 8730 * 0.00364, 0.01);
}

TEST(Page, TooSmallAPageIsRefusedInWords)
{
    fs::create_directories(kOut);
    const auto file = kOut / "small.txt";
    const std::string command = std::string(ATLAS_BINARY) + " --page 80x60mm --output " +
                                (kOut / "small.pdf").string() + " 2> " + file.string();
    EXPECT_NE(std::system(command.c_str()), 0);
    EXPECT_NE(read(file).find("no room for a map"), std::string::npos) << read(file);
    EXPECT_FALSE(fs::exists(kOut / "small.pdf"));
}
