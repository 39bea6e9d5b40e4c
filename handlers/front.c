/* SPDX-License-Identifier: MIT */
/* front.c - see front.h. */
#include "front.h"

#include <string.h>

#include "reply.h"

/* openapi_data.S */
extern const char openapi_yaml[], openapi_yaml_end[];

void handle_front(request *r)
{
    static const char TEXT[] =
        "baocao - số liệu từ báo cáo của các sở, ngành / figures from the reports of Vietnamese departments\n\n"
        "POST /v1/extract      một báo cáo vào, số liệu ra / a report in, its facts out\n"
        "     curl -H 'Content-Type: text/plain; charset=utf-8' --data-binary @bao-cao.txt http://HOST/v1/extract\n"
        "     ?async=1         việc chạy nền / a job: GET /v1/jobs/{id}, /v1/jobs/{id}/result, DELETE /v1/jobs/{id}\n"
        "GET  /v1/indicators   danh mục chỉ tiêu / the catalogue of indicators\n"
        "GET  /v1/provinces    danh mục tỉnh, thành / provinces before and after the 2025 merger\n"
        "GET  /openapi.yaml    mô tả đầy đủ / the whole contract\n";
    reply_static(r, "text/plain; charset=utf-8", TEXT, sizeof TEXT - 1);
}

void handle_openapi(request *r)
{
    reply_static(r, "application/yaml", openapi_yaml, (size_t)(openapi_yaml_end - openapi_yaml));
}
