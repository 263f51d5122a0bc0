#include "gpu/shader_library.hpp"
#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <optional>
#include <regex>

namespace gpu {

extern const std::pair<std::string_view, std::string_view> kEmbeddedShaders[];
extern const unsigned kEmbeddedShaderCount;

namespace {

/// Shaders live only until their program is linked, so they are not counted.
class Stage {
public:
    explicit Stage(GLenum kind) : id_(glCreateShader(kind)) {}
    ~Stage()
    {
        if (id_ != 0) glDeleteShader(id_);
    }
    Stage(Stage&& other) noexcept : id_(std::exchange(other.id_, 0)) {}
    Stage& operator=(Stage&&) = delete;
    Stage(const Stage&) = delete;
    Stage& operator=(const Stage&) = delete;
    [[nodiscard]] GLuint id() const { return id_; }

private:
    GLuint id_;
};

/// The lines of common.glsl are numbered from here: not every driver tells the source number that #line sets.
constexpr int kCommonLines = 900'000;

/// "0:12(5): error" (Mesa), "0(12) : error" (NVIDIA), "ERROR: 0:12: ..." (AMD, Apple).
std::optional<int> first_line(const std::string& log)
{
    static constexpr std::array kForms = {R"(\d+:(\d+)\(\d+\))", R"(\d+\((\d+)\))", R"(\d+:(\d+):)"};
    for (const char* form : kForms) {
        std::smatch match;
        if (std::regex_search(log, match, std::regex(form))) return std::stoi(match[1].str());
    }
    return std::nullopt;
}

std::string trimmed(std::string text)
{
    while (!text.empty() && (text.back() == '\n' || text.back() == '\0' || text.back() == ' ')) text.pop_back();
    return text;
}

base::Result<Stage> compile(GLenum kind, const ShaderLibrary::Text& common, const ShaderLibrary::Text& body,
                            const std::vector<std::string>& defines)
{
    // #version must come first, so the defines go between the common text and the shader's own.
    const std::size_t first_line_end = std::min(common.text.find('\n'), common.text.size());
    std::string whole = common.text.substr(0, first_line_end) + "\n#line " + std::to_string(kCommonLines + 2);
    whole += common.text.substr(first_line_end) + "\n";
    for (const std::string& define : defines) whole += "#define " + define + "\n";
    whole += "#line 1\n" + body.text;
    const GLchar* text = whole.c_str();
    Stage stage(kind);
    glShaderSource(stage.id(), 1, &text, nullptr);
    glCompileShader(stage.id());
    GLint ok = GL_FALSE, length = 0;
    glGetShaderiv(stage.id(), GL_COMPILE_STATUS, &ok);
    if (ok == GL_TRUE) return stage;
    glGetShaderiv(stage.id(), GL_INFO_LOG_LENGTH, &length);
    std::string log(static_cast<std::size_t>(std::max(length, 1)), '\0');
    glGetShaderInfoLog(stage.id(), length, nullptr, log.data());
    log = trimmed(log);
    std::string where = body.name;
    if (const auto line = first_line(log))
        where = *line > kCommonLines ? common.name + ":" + std::to_string(*line - kCommonLines)
                                     : body.name + ":" + std::to_string(*line);
    return base::fail("the shader does not compile: " + log, where,
                      "correct the file, or remove it to use the built-in one");
}

} // namespace

base::Result<ShaderLibrary::Text> ShaderLibrary::text(std::string_view file) const
{
    if (!folder_.empty()) {
        const auto path = folder_ / file;
        std::error_code ignored;
        if (std::filesystem::is_regular_file(path, ignored)) {
            std::ifstream in(path, std::ios::binary);
            if (in) return Text{path.string(), std::string(std::istreambuf_iterator<char>(in), {})};
            return base::fail("cannot read the shader file", path.string(), "check its permissions");
        }
    }
    for (unsigned i = 0; i < kEmbeddedShaderCount; ++i)
        if (kEmbeddedShaders[i].first == file)
            return Text{"shaders/" + std::string(file) + " (built in)", std::string(kEmbeddedShaders[i].second)};
    return base::fail("there is no such shader", std::string(file));
}

base::Result<Program> ShaderLibrary::program(const std::string& name, Counters& counters,
                                             const std::vector<std::string>& defines) const
{
    const auto common = text("common.glsl");
    if (!common) return tl::unexpected(common.error());
    const auto vertex_text = text(name + ".vert");
    if (!vertex_text) return tl::unexpected(vertex_text.error());
    const auto fragment_text = text(name + ".frag");
    if (!fragment_text) return tl::unexpected(fragment_text.error());
    const auto vertex = compile(GL_VERTEX_SHADER, *common, *vertex_text, defines);
    if (!vertex) return tl::unexpected(vertex.error());
    const auto fragment = compile(GL_FRAGMENT_SHADER, *common, *fragment_text, defines);
    if (!fragment) return tl::unexpected(fragment.error());

    Object object(Kind::program, counters);
    glAttachShader(object.id(), vertex->id());
    glAttachShader(object.id(), fragment->id());
    glLinkProgram(object.id());
    GLint ok = GL_FALSE, length = 0;
    glGetProgramiv(object.id(), GL_LINK_STATUS, &ok);
    if (ok == GL_TRUE) return Program(std::move(object));
    glGetProgramiv(object.id(), GL_INFO_LOG_LENGTH, &length);
    std::string log(static_cast<std::size_t>(std::max(length, 1)), '\0');
    glGetProgramInfoLog(object.id(), length, nullptr, log.data());
    return base::fail("the shaders do not fit together: " + trimmed(log),
                      vertex_text->name + ", " + fragment_text->name);
}

std::vector<std::string> ShaderLibrary::embedded()
{
    std::vector<std::string> names;
    for (unsigned i = 0; i < kEmbeddedShaderCount; ++i) names.emplace_back(kEmbeddedShaders[i].first);
    return names;
}

} // namespace gpu
