#include "app/panel_cache.hpp"
#include "gpu/target.hpp"
#include <algorithm>
#include <cmath>
#include <cstring>
#include <imgui_impl_opengl3.h>

namespace app {
namespace {

/// A panel that changes in every frame is not worth keeping.
constexpr int kSameFrames = 2;

std::string name_of(const ImDrawList& list) { return list._OwnerName != nullptr ? list._OwnerName : ""; }

std::uint64_t mixed(std::uint64_t hash, const void* data, std::size_t bytes)
{
    const auto* at = static_cast<const unsigned char*>(data);
    const auto mix = [&hash](std::uint64_t word) {
        hash = (hash ^ word) * 0x9E3779B97F4A7C15ULL;
        hash ^= hash >> 32;
    };
    for (; bytes >= 8; bytes -= 8, at += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, at, 8);
        mix(word);
    }
    std::uint64_t rest = bytes;
    std::memcpy(&rest, at, bytes);
    mix(rest ^ (std::uint64_t{bytes} << 56));
    return hash;
}

std::uint64_t look_of(const ImDrawList& list)
{
    std::uint64_t hash = 1469598103934665603ULL;
    hash = mixed(hash, list.VtxBuffer.Data, static_cast<std::size_t>(list.VtxBuffer.size_in_bytes()));
    hash = mixed(hash, list.IdxBuffer.Data, static_cast<std::size_t>(list.IdxBuffer.size_in_bytes()));
    for (const auto& command : list.CmdBuffer) {
        hash = mixed(hash, &command.ClipRect, sizeof command.ClipRect);
        hash = mixed(hash, &command.TextureId, sizeof command.TextureId);
        hash = mixed(hash, &command.ElemCount, sizeof command.ElemCount);
    }
    return hash;
}

/// Whole pixels that hold everything drawn, within the window.
geo::Rect bounds_of(const ImDrawList& list, const ImVec2& size)
{
    float x0 = size.x, y0 = size.y, x1 = 0, y1 = 0;
    for (const auto& command : list.CmdBuffer) { // each as far as its own clip rectangle lets it be seen
        const auto& clip = command.ClipRect;
        for (unsigned i = 0; i < command.ElemCount; ++i) {
            const auto index = list.IdxBuffer[static_cast<int>(command.IdxOffset + i)];
            const ImVec2 at = list.VtxBuffer[static_cast<int>(command.VtxOffset + index)].pos;
            x0 = std::min(x0, std::max(at.x, clip.x));
            y0 = std::min(y0, std::max(at.y, clip.y));
            x1 = std::max(x1, std::min(at.x, clip.z));
            y1 = std::max(y1, std::min(at.y, clip.w));
        }
    }
    x0 = std::floor(std::max(x0, 0.0F));
    y0 = std::floor(std::max(y0, 0.0F));
    x1 = std::ceil(std::min(x1, size.x));
    y1 = std::ceil(std::min(y1, size.y));
    return {x0, y0, std::max(0.0F, x1 - x0), std::max(0.0F, y1 - y0)};
}

/// Into the bound framebuffer, which shows `part` of the window.
void render_lists(const ImDrawData& all, std::vector<ImDrawList*> lists, const geo::Rect& part)
{
    if (lists.empty()) return;
    ImDrawData some = all;
    some.DisplayPos = {part.x, part.y};
    some.DisplaySize = {part.w, part.h};
    some.CmdLists = lists.data();
    some.CmdListsCount = static_cast<int>(lists.size());
    some.TotalIdxCount = some.TotalVtxCount = 0;
    for (const auto* list : lists) {
        some.TotalIdxCount += list->IdxBuffer.Size;
        some.TotalVtxCount += list->VtxBuffer.Size;
    }
    ImGui_ImplOpenGL3_RenderDrawData(&some);
}

} // namespace

void PanelCache::note(const ImDrawData& panels)
{
    for (auto& [name, panel] : panels_) panel.seen = false;
    for (int i = 0; i < panels.CmdListsCount; ++i) {
        const ImDrawList& list = *panels.CmdLists[i];
        Panel& panel = panels_[name_of(list)];
        const bool twice = std::exchange(panel.seen, true); // two lists of one name cannot be told apart
        const auto look = look_of(list);
        if (!twice && look == panel.look) {
            ++panel.same_frames;
            continue;
        }
        panel = {look, bounds_of(list, panels.DisplaySize), 0, true, nullptr};
    }
    std::erase_if(panels_, [](const auto& entry) { return !entry.second.seen; });
}

void PanelCache::keep(const ImDrawData& panels, render::Renderer& renderer)
{
    for (int i = 0; i < panels.CmdListsCount; ++i) {
        Panel& panel = panels_[name_of(*panels.CmdLists[i])];
        if (panel.kept || panel.same_frames < kSameFrames || panel.px.w < 1 || panel.px.h < 1) continue;
        auto picture = renderer.make_kept_picture();
        if (!picture->begin(static_cast<int>(panel.px.w), static_cast<int>(panel.px.h))) continue; // drawn as it is
        render_lists(panels, {panels.CmdLists[i]}, panel.px);
        panel.kept = std::move(picture);
    }
}

void PanelCache::draw(const ImDrawData& panels, render::Renderer& renderer, unsigned framebuffer)
{
    const int width = static_cast<int>(panels.DisplaySize.x), height = static_cast<int>(panels.DisplaySize.y);
    const geo::Rect window{0, 0, panels.DisplaySize.x, panels.DisplaySize.y};
    note(panels);
    keep(panels, renderer);
    gpu::bind_target(framebuffer, width, height);
    std::vector<ImDrawList*> live; // in ImGui's order: what is drawn later lies on top
    for (int i = 0; i < panels.CmdListsCount; ++i) {
        const Panel& panel = panels_[name_of(*panels.CmdLists[i])];
        if (!panel.kept) {
            live.push_back(panels.CmdLists[i]);
            continue;
        }
        render_lists(panels, std::exchange(live, {}), window);
        panel.kept->show(panel.px.x, panel.px.y, width, height);
    }
    render_lists(panels, live, window);
}

} // namespace app
