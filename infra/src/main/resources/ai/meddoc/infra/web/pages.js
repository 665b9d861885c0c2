// The app's pages live under /app and are one file; a name with a dot is a file of its own.
function handler(event) {
  var request = event.request;
  if (request.uri === '/') {
    return { statusCode: 302, statusDescription: 'Found', headers: { location: { value: '/app/' } } };
  }
  var last = request.uri.substring(request.uri.lastIndexOf('/') + 1);
  if (last.indexOf('.') < 0) {
    request.uri = '/index.html';
  }
  return request;
}
