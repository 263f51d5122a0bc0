#pragma once
#include "text/engine.hpp"
#include <cstdint>
#include <imgui.h>
#include <vector>

/// Draws ImGui's triangles on the CPU, for looking at panels without a window. RGBA, top row first.
[[nodiscard]] std::vector<std::uint8_t> soft_raster(const ImDrawData& data, const text::GlyphAtlas& glyphs,
                                                    std::uint32_t background_rgb);
