#pragma once
#include "base/result.hpp"
#include <filesystem>
#include <memory>
#include <string>

namespace render {

/// Shows a finished picture as it is seen with a colour vision deficiency. Main thread, current OpenGL context; nothing
/// is made before it is first used.
class ColorVision {
public:
    /// `shader_folder`: as for the Renderer.
    explicit ColorVision(const std::filesystem::path& shader_folder = {});
    ~ColorVision();
    ColorVision(const ColorVision&) = delete;
    ColorVision& operator=(const ColorVision&) = delete;

    /// Recolours what `framebuffer` (0 = window) shows in its lower left `width` x `height` pixels. A kind that is none
    /// of scene::color_vision_matrix changes nothing. Error: the shader does not compile.
    base::Result<void> apply(const std::string& kind, unsigned framebuffer, int width, int height);
    /// The shaders are read again at the next use.
    void forget();

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace render
