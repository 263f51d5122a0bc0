#include "gl/gl_context.hpp"
#include "gpu/debug_messages.hpp"
#include "gpu/shader_library.hpp"
#include <fstream>
#include <gtest/gtest.h>
#include <unistd.h>

namespace {

struct Folder {
    Folder() : path(std::filesystem::temp_directory_path() / ("shaders_" + std::to_string(::getpid())))
    {
        std::filesystem::create_directories(path);
    }
    ~Folder() { std::filesystem::remove_all(path); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    void write(const std::string& name, const std::string& text) const { std::ofstream(path / name) << text; }
    std::filesystem::path path;
};

TEST(ShaderLibrary, EveryEmbeddedShaderCompilesAndLinks)
{
    const test::GlContext context;
    gpu::Counters counters;
    const gpu::ShaderLibrary library;
    int programs = 0;
    for (const std::string& file : gpu::ShaderLibrary::embedded()) {
        if (!file.ends_with(".vert")) continue;
        const std::string name = file.substr(0, file.size() - 5);
        std::vector<std::vector<std::string>> variants = {{}};
        if (name == "line") variants = {{"PATTERNS 0"}, {"PATTERNS 1"}};
        if (name == "ribbon") variants = {{"LOOKS 0"}, {"LOOKS 1"}};
        if (name == "relief") variants = {{"SMOOTH 0"}, {"SMOOTH 1"}};
        for (const auto& defines : variants) {
            const auto program = library.program(name, counters, defines);
            EXPECT_TRUE(program) << program.error().text();
            ++programs;
        }
    }
    EXPECT_GE(programs, 8);
    EXPECT_EQ(counters.objects, 0U);
}

TEST(ShaderLibrary, FileOnDiskWinsOverTheEmbeddedOne)
{
    const Folder folder;
    folder.write("area.frag", "// mine");
    const gpu::ShaderLibrary library(folder.path);
    EXPECT_EQ(library.text("area.frag")->text, "// mine");
    EXPECT_NE(library.text("area.vert")->name.find("built in"), std::string::npos);
}

TEST(ShaderLibrary, ErrorNamesFileLineAndLog)
{
    const test::GlContext context;
    gpu::Counters counters;
    const Folder folder;
    folder.write("area.frag", "uniform vec4 u_color;\nout vec4 o_color;\nvoid main() {\n    o_color = u_colour;\n}\n");
    const auto program = gpu::ShaderLibrary(folder.path).program("area", counters);
    ASSERT_FALSE(program);
    EXPECT_EQ(program.error().where, (folder.path / "area.frag").string() + ":4");
    EXPECT_NE(program.error().what.find("u_colour"), std::string::npos);
    EXPECT_FALSE(program.error().hint.empty());
    EXPECT_EQ(counters.objects, 0U);
}

TEST(ShaderLibrary, ErrorInTheCommonPartNamesIt)
{
    const test::GlContext context;
    gpu::Counters counters;
    const Folder folder;
    folder.write("common.glsl", "#version 330 core\n\nfloat broken() { return nothing; }\n");
    const auto program = gpu::ShaderLibrary(folder.path).program("area", counters);
    ASSERT_FALSE(program);
    EXPECT_EQ(program.error().where, (folder.path / "common.glsl").string() + ":3") << program.error().text();
}

TEST(ShaderLibrary, StagesThatDoNotFitAreNamed)
{
    const test::GlContext context;
    gpu::Counters counters;
    const Folder folder;
    folder.write("glyph.frag", "in vec3 v_uv;\nout vec4 o_color;\nvoid main() { o_color = vec4(v_uv, 1.0); }\n");
    const auto program = gpu::ShaderLibrary(folder.path).program("glyph", counters);
    ASSERT_FALSE(program);
    EXPECT_NE(program.error().where.find("glyph.frag"), std::string::npos);
}

TEST(ShaderLibrary, UnknownShaderIsAnError)
{
    const test::GlContext context;
    gpu::Counters counters;
    const auto program = gpu::ShaderLibrary().program("no_such", counters);
    ASSERT_FALSE(program);
    EXPECT_NE(program.error().text().find("no_such.vert"), std::string::npos);
}

TEST(DebugMessages, CountAnError)
{
    const test::GlContext context;
    gpu::Counters counters;
    gpu::DebugMessages messages(counters);
    messages.check();
    EXPECT_EQ(counters.errors, 0U);
    testing::internal::CaptureStderr();
    glEnable(0xFFFF);
    messages.check();
    testing::internal::GetCapturedStderr();
    EXPECT_GE(counters.errors, 1U);
}

} // namespace
