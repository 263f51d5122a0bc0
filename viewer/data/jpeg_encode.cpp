#include "data/gdal_session.hpp"
#include "data/raster.hpp"
#include <atomic>
#include <cpl_vsi.h>
#include <gdal_frmts.h>
#include <mutex>

namespace data {

base::Result<std::vector<std::uint8_t>> encode_jpeg(int width, int height, const std::uint8_t* rgb, int quality)
{
    GdalSession session;
    static std::once_flag once;
    std::call_once(once, [] { GDALRegister_MEM(); });
    auto& drivers = *GetGDALDriverManager();
    auto* memory = drivers.GetDriverByName("MEM");
    auto* jpeg = drivers.GetDriverByName("JPEG");
    const auto wrong = [&] {
        return base::fail("a picture cannot be packed: " + session.take_message("no JPEG driver"));
    };
    if (memory == nullptr || jpeg == nullptr) return wrong();
    const DatasetPtr picture(memory->Create("", width, height, 3, GDT_Byte, nullptr));
    if (!picture || picture->RasterIO(GF_Write, 0, 0, width, height, const_cast<std::uint8_t*>(rgb), width, height,
                                      GDT_Byte, 3, nullptr, 3, static_cast<GSpacing>(width) * 3, 1, nullptr) != CE_None)
        return wrong();
    static std::atomic<int> number{0};
    const std::string name = "/vsimem/picture_" + std::to_string(number++) + ".jpg";
    const std::string how = "QUALITY=" + std::to_string(quality);
    const char* const options[] = {how.c_str(), nullptr};
    DatasetPtr(jpeg->CreateCopy(name.c_str(), picture.get(), 0, const_cast<char**>(options), nullptr, nullptr));
    vsi_l_offset size = 0;
    const GByte* bytes = VSIGetMemFileBuffer(name.c_str(), &size, FALSE);
    std::vector<std::uint8_t> out;
    if (bytes != nullptr) out.assign(bytes, bytes + size);
    VSIUnlink(name.c_str());
    VSIUnlink((name + ".aux.xml").c_str());
    if (out.empty()) return wrong();
    return out;
}

} // namespace data
