#pragma once
#include "base/result.hpp"
#include "gpu/program.hpp"
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace gpu {

/// Shader texts by file name: a file in the folder wins over the one embedded at build time.
/// Every shader is compiled behind common.glsl, which holds the #version line.
class ShaderLibrary {
public:
    explicit ShaderLibrary(std::filesystem::path folder = {}) : folder_(std::move(folder)) {}

    struct Text {
        std::string name; ///< path on disk, or "shaders/x.frag (built in)"
        std::string text;
    };
    [[nodiscard]] base::Result<Text> text(std::string_view file) const;

    /// Compiles NAME.vert and NAME.frag. `defines`: "PATTERNS 1" becomes "#define PATTERNS 1" in both.
    /// The error's `where` is "file:line", its `what` the compiler's log.
    [[nodiscard]] base::Result<Program> program(const std::string& name, Counters& counters,
                                                const std::vector<std::string>& defines = {}) const;
    /// Names of the embedded files.
    [[nodiscard]] static std::vector<std::string> embedded();

private:
    std::filesystem::path folder_;
};

} // namespace gpu
