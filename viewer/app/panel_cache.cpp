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

void render_lists(const ImDrawData& all, std::vector<ImDrawList*> lists)
{
    if (lists.empty()) return;
    ImDrawData some = all;
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
        panel = {look, bounds_of(list, panels.DisplaySize), 0, false, true};
    }
    std::erase_if(panels_, [](const auto& entry) { return !entry.second.seen; });
}

/// Neighbours may share a line of pixels, where shadows and smoothed edges meet: it stays with the one that was there
/// first. Empty when more is shared: the panel lies on another one.
geo::Rect PanelCache::free_part(geo::Rect px) const
{
    constexpr float kShared = 4;
    for (const auto& [name, panel] : panels_) {
        if (!panel.kept) continue;
        const auto& other = panel.px;
        const float left = std::max(px.x, other.x), right = std::min(px.x + px.w, other.x + other.w);
        const float top = std::max(px.y, other.y), bottom = std::min(px.y + px.h, other.y + other.h);
        if (left >= right || top >= bottom) continue;
        if (bottom - top <= kShared) {
            if (top == px.y) px.y = bottom;
            px.h -= bottom - top;
        } else if (right - left <= kShared) {
            if (left == px.x) px.x = right;
            px.w -= right - left;
        } else {
            return {};
        }
    }
    return px;
}

void PanelCache::keep(const ImDrawData& panels, render::KeptPicture& picture)
{
    for (int i = 0; i < panels.CmdListsCount; ++i) {
        Panel& panel = panels_[name_of(*panels.CmdLists[i])];
        if (panel.kept || panel.same_frames < kSameFrames) continue;
        const geo::Rect part = free_part(panel.px);
        if (part.w < 1 || part.h < 1) continue;
        panel.px = part;
        picture.empty(part);
        render_lists(panels, {panels.CmdLists[i]});
        panel.kept = true;
    }
}

void PanelCache::draw(const ImDrawData& panels, render::KeptPicture& picture, unsigned framebuffer)
{
    const int width = static_cast<int>(panels.DisplaySize.x), height = static_cast<int>(panels.DisplaySize.y);
    if (picture.width() != width || picture.height() != height) {
        panels_.clear();
        if (!picture.make(width, height)) { // no memory for it: the panels are drawn as they are
            gpu::bind_target(framebuffer, width, height);
            ImDrawData all = panels;
            return ImGui_ImplOpenGL3_RenderDrawData(&all);
        }
    }
    note(panels);
    keep(panels, picture);
    gpu::bind_target(framebuffer, width, height);
    std::vector<geo::Rect> kept; // runs of kept and of live panels, in ImGui's order
    std::vector<ImDrawList*> live;
    for (int i = 0; i < panels.CmdListsCount; ++i) {
        const Panel& panel = panels_[name_of(*panels.CmdLists[i])];
        if (panel.kept) {
            render_lists(panels, std::exchange(live, {}));
            kept.push_back(panel.px);
        } else {
            picture.show(std::exchange(kept, {}));
            live.push_back(panels.CmdLists[i]);
        }
    }
    picture.show(kept);
    render_lists(panels, live);
}

} // namespace app
