#pragma once
#include "app/session.hpp"
#include <imgui.h>

namespace app {

/// Goes through the years behind the scenes: every text that another year would show on the map and in the panels is
/// shaped once, in an ImGui context of its own, so that changing the year uploads no glyph. Main thread.
class Rehearsal {
public:
    Rehearsal(); ///< shares the fonts of the current ImGui context, which must outlive it
    ~Rehearsal();
    Rehearsal(const Rehearsal&) = delete;
    Rehearsal& operator=(const Rehearsal&) = delete;

    /// True when something other than year, pointer and motion has changed since the last year was gone through.
    [[nodiscard]] bool due(const scene::AppState& state) const;
    void step(Session& session, std::uint64_t glyph_texture); ///< one year

private:
    ImGuiContext* context_;
    scene::AppState rehearsed_;
    int next_year_ = 0; ///< 0: from the first one; beyond the last one: done
    int last_year_ = -1;
};

} // namespace app
