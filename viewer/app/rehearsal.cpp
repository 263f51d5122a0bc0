#include "app/rehearsal.hpp"
#include <cfloat>

namespace app {
namespace {

/// What the texts of the other years depend on.
scene::AppState without_moment(scene::AppState state)
{
    state.year = 0;
    state.playing = false;
    state.play_elapsed_s = state.seconds_per_year = 0;
    state.motion = {};
    state.morph.reset();
    state.pointer.reset();
    state.candidates.clear();
    return state;
}

} // namespace

Rehearsal::Rehearsal() : context_(nullptr)
{
    ImGuiContext* shown = ImGui::GetCurrentContext();
    context_ = ImGui::CreateContext(ImGui::GetIO().Fonts); // becomes the current one only when there is none
    ImGui::SetCurrentContext(context_);
    ImGui::GetIO().IniFilename = nullptr;
    ImGui::GetIO().LogFilename = nullptr;
    ImGui::SetCurrentContext(shown);
}

Rehearsal::~Rehearsal() { ImGui::DestroyContext(context_); }

bool Rehearsal::due(const scene::AppState& state) const
{
    return next_year_ <= last_year_ || !(without_moment(state) == rehearsed_);
}

void Rehearsal::step(Session& session, std::uint64_t glyph_texture)
{
    const auto& state = session.state();
    const auto& atlas = *session.dataset().atlas;
    if (auto now = without_moment(state); !(now == rehearsed_)) {
        rehearsed_ = std::move(now);
        next_year_ = atlas.first_year;
        last_year_ = atlas.last_year;
    }
    ImGuiContext* shown = ImGui::GetCurrentContext();
    ImGui::SetCurrentContext(context_);
    ui::apply_style(session.theme(), state.viewport.scale);
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {static_cast<float>(state.viewport.width_px), static_cast<float>(state.viewport.height_px)};
    io.DeltaTime = 1;
    io.MousePos = {-FLT_MAX, -FLT_MAX};
    ImGui::NewFrame();
    session.rehearse(next_year_++, glyph_texture);
    ImGui::EndFrame();
    ImGui::SetCurrentContext(shown);
}

} // namespace app
