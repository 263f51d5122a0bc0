#include "render/programs.hpp"
#include <array>

namespace render {

base::Result<Programs> Programs::load(const gpu::ShaderLibrary& library, gpu::Counters& counters)
{
    struct Entry {
        gpu::Program Programs::*member;
        const char* name;
        const char* define;
    };
    static constexpr std::array kEntries = {
        Entry{&Programs::relief, "relief", "SMOOTH 0"},
        Entry{&Programs::relief_smooth, "relief", "SMOOTH 1"},
        Entry{&Programs::area, "area", nullptr},
        Entry{&Programs::line, "line", "PATTERNS 0"},
        Entry{&Programs::line_pattern, "line", "PATTERNS 1"},
        Entry{&Programs::ribbon, "ribbon", "LOOKS 0"},
        Entry{&Programs::ribbon_look, "ribbon", "LOOKS 1"},
        Entry{&Programs::ribbon_absent, "ribbon", "LOOKS 2"},
        Entry{&Programs::circle, "circle", nullptr},
        Entry{&Programs::symbol, "symbol", nullptr},
        Entry{&Programs::glyph, "glyph", nullptr},
        Entry{&Programs::leader, "leader", nullptr},
        Entry{&Programs::picture, "picture", nullptr},
        Entry{&Programs::warp, "warp", nullptr},
        Entry{&Programs::sphere, "sphere", nullptr},
    };
    Programs programs;
    for (const Entry& entry : kEntries) {
        std::vector<std::string> defines;
        if (entry.define != nullptr) defines.emplace_back(entry.define);
        auto made = library.program(entry.name, counters, defines);
        if (!made) return tl::unexpected(made.error());
        programs.*entry.member = std::move(*made);
    }
    return programs;
}

} // namespace render
