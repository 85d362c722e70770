#include "CLibZip.h"

#include "lazy_library.h"

/// Debian calls it .so.4, most others .so.5.
static const char *const libraries[] = {"libzip.so.4", "libzip.so.5", nullptr};

DOOR(zip_source_t *, zip_source_buffer_create,
     (const void *bytes, zip_uint64_t count, int frees, zip_error_t *error), (bytes, count, frees, error))
DOOR(void, zip_source_free, (zip_source_t *source), (source))
DOOR(zip_t *, zip_open_from_source, (zip_source_t *source, int flags, zip_error_t *error), (source, flags, error))
DOOR(void, zip_discard, (zip_t *archive), (archive))
DOOR(zip_int64_t, zip_name_locate, (zip_t *archive, const char *name, zip_flags_t flags), (archive, name, flags))
DOOR(zip_file_t *, zip_fopen, (zip_t *archive, const char *name, zip_flags_t flags), (archive, name, flags))
DOOR(zip_int64_t, zip_fread, (zip_file_t *file, void *bytes, zip_uint64_t count), (file, bytes, count))
DOOR(int, zip_fclose, (zip_file_t *file), (file))
DOOR(zip_error_t *, zip_get_error, (zip_t *archive), (archive))
DOOR(zip_error_t *, zip_file_get_error, (zip_file_t *file), (file))
DOOR(void, zip_error_init, (zip_error_t *error), (error))
DOOR(const char *, zip_error_strerror, (zip_error_t *error), (error))
DOOR(void, zip_error_fini, (zip_error_t *error), (error))
