/* SPDX-License-Identifier: MIT */
/* errors.h - every error the service answers with: enumerator, status, code, title. openapi.yaml lists the same. */
#ifndef BAOCAO_ERRORS_H
#define BAOCAO_ERRORS_H

#define ERRORS(X)                                                                                                      \
    X(ERROR_MALFORMED_JSON, 400, "malformed_json", "The body is not the JSON asked for")                               \
    X(ERROR_MALFORMED_MULTIPART, 400, "malformed_multipart", "The multipart body is malformed")                        \
    X(ERROR_INVALID_ENCODING, 400, "invalid_encoding", "The bytes are not text of their charset")                      \
    X(ERROR_INVALID_PARAMETER, 400, "invalid_parameter", "A parameter has a wrong value")                              \
    X(ERROR_CONFLICTING_LENGTH, 400, "conflicting_length", "The request gives its length twice")                       \
    X(ERROR_MISSING_HOST, 400, "missing_host", "The Host header is missing")                                           \
    X(ERROR_FETCH_BLOCKED, 403, "fetch_blocked", "The URL may not be fetched")                                         \
    X(ERROR_NOT_FOUND, 404, "not_found", "There is nothing at this path")                                              \
    X(ERROR_JOB_GONE, 404, "job_gone", "There is no such job")                                                         \
    X(ERROR_METHOD_NOT_ALLOWED, 405, "method_not_allowed", "The method is not for this path")                          \
    X(ERROR_NOT_ACCEPTABLE, 406, "not_acceptable", "No format that the Accept header takes")                           \
    X(ERROR_JOB_NOT_DONE, 409, "job_not_done", "The job has no result")                                                \
    X(ERROR_BODY_TOO_LARGE, 413, "body_too_large", "The body is too large")                                            \
    X(ERROR_DOCUMENT_TOO_LARGE, 413, "document_too_large", "The document is too large")                                \
    X(ERROR_TOO_MANY, 413, "too_many_documents", "There are more documents than a request may have")                   \
    X(ERROR_FETCH_TOO_LARGE, 413, "fetch_too_large", "The page is too large")                                          \
    X(ERROR_UNSUPPORTED_MEDIA_TYPE, 415, "unsupported_media_type", "The body's type is not supported")                 \
    X(ERROR_UNSUPPORTED_CHARSET, 415, "unsupported_charset", "The charset is not supported")                           \
    X(ERROR_FETCH_UNSUPPORTED, 415, "fetch_unsupported_media_type", "The page's type is not supported")                \
    X(ERROR_CONVERTER_MISSING, 415, "converter_missing", "This service does not read the format")                      \
    X(ERROR_EMPTY_BODY, 422, "empty_body", "The body is empty")                                                        \
    X(ERROR_PAGE_MISSING, 422, "page_missing", "The page says that it is not there")                                   \
    X(ERROR_PAGE_LOGIN, 422, "page_login", "The page asks for a login")                                                \
    X(ERROR_NO_TEXT, 422, "no_text", "There is no text to read")                                                       \
    X(ERROR_UNREADABLE, 422, "unreadable", "The file is damaged")                                                      \
    X(ERROR_ENCRYPTED, 422, "encrypted", "The document is encrypted")                                                  \
    X(ERROR_QUEUE_FULL, 429, "queue_full", "Too many reports are waiting")                                             \
    X(ERROR_INTERNAL, 500, "internal", "The service failed")                                                           \
    X(ERROR_OUT_OF_MEMORY, 503, "out_of_memory", "The document needs more memory than a request may have")             \
    X(ERROR_FETCH_FAILED, 502, "fetch_failed", "The URL could not be fetched")                                         \
    X(ERROR_FETCH_TLS, 502, "fetch_tls", "There is no safe connection to the server")                                  \
    X(ERROR_CONVERTER_CRASHED, 503, "converter_crashed", "The converter failed on this document")                      \
    X(ERROR_JOBS_FULL, 503, "jobs_full", "There are too many jobs")                                                    \
    X(ERROR_SHUTTING_DOWN, 503, "shutting_down", "The service is shutting down")                                       \
    X(ERROR_DEADLINE, 503, "deadline_exceeded", "The request took too long")                                           \
    X(ERROR_FETCH_TIMEOUT, 504, "fetch_timeout", "The URL did not answer in time")

#define ERROR_ENUMERATOR(id, status, code, title) id,
typedef enum { ERRORS(ERROR_ENUMERATOR) ERROR_COUNT } error_id;
#undef ERROR_ENUMERATOR

#endif
