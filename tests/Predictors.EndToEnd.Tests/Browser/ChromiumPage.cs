using System.Collections.Concurrent;
using System.Globalization;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Predictors.EndToEnd.Tests;

/// <summary>A page in a browser, driven through the DevTools protocol.</summary>
internal sealed class ChromiumPage : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    private readonly ClientWebSocket _socket = new();
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonElement>> _waiting = new();
    private readonly CancellationTokenSource _end = new();
    private Task _reading = Task.CompletedTask;
    private string? _session;
    private int _calls;

    private ChromiumPage()
    {
    }

    /// <summary>What the page threw or wrote to its console as an error or a warning.</summary>
    public ConcurrentQueue<string> Complaints { get; } = new();

    /// <summary>The addresses that it asked for.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    public static async Task<ChromiumPage> OpenAsync(Chromium browser, string file, string theme, int width, int height)
    {
        var page = new ChromiumPage();
        await page._socket.ConnectAsync(browser.Address, CancellationToken.None);
        page._reading = page.ReadAsync();
        JsonElement target = await page.SendAsync("Target.createTarget", new() { ["url"] = "about:blank" });
        JsonElement attached = await page.SendAsync(
            "Target.attachToTarget", new() { ["targetId"] = target.GetProperty("targetId").GetString(), ["flatten"] = true });
        page._session = attached.GetProperty("sessionId").GetString();
        foreach (string domain in (string[])["Page", "Runtime", "Log", "Network"])
        {
            await page.SendAsync(domain + ".enable");
        }

        await page.SendAsync("Emulation.setDeviceMetricsOverride", new() { ["width"] = width, ["height"] = height, ["deviceScaleFactor"] = 1, ["mobile"] = width < 600 });
        await page.SendAsync("Emulation.setEmulatedMedia", new()
        {
            ["features"] = new JsonArray(new JsonObject { ["name"] = "prefers-color-scheme", ["value"] = theme }),
        });
        await page.SendAsync("Page.navigate", new() { ["url"] = new Uri(file).AbsoluteUri });
        await page.UntilAsync("document.readyState === 'complete'");
        return page;
    }

    /// <summary>The value of an expression in the page.</summary>
    public async Task<JsonElement> EvaluateAsync(string expression)
    {
        JsonElement answer = await SendAsync(
            "Runtime.evaluate", new() { ["expression"] = expression, ["returnByValue"] = true, ["awaitPromise"] = true });
        Assert.That(answer.TryGetProperty("exceptionDetails", out JsonElement thrown), Is.False, $"{expression}: {thrown}");
        return answer.GetProperty("result").TryGetProperty("value", out JsonElement value) ? value : default;
    }

    public async Task UntilAsync(string condition)
    {
        DateTime end = DateTime.UtcNow + s_patience;
        while (!(await EvaluateAsync(condition)).GetBoolean())
        {
            Assert.That(DateTime.UtcNow, Is.LessThan(end), $"waited for {condition}");
            await Task.Delay(50);
        }
    }

    /// <summary>Presses the mouse on the middle of the first element that a selector finds.</summary>
    public async Task ClickAsync(string selector)
    {
        JsonElement at = await EvaluateAsync(
            $"(() => {{ const e = document.querySelector({JsonSerializer.Serialize(selector)}); e.scrollIntoView({{block: 'center'}});"
            + " const b = e.getBoundingClientRect(); return [b.x + b.width / 2, b.y + b.height / 2]; })()");
        foreach (string type in (string[])["mousePressed", "mouseReleased"])
        {
            await SendAsync("Input.dispatchMouseEvent", new()
            {
                ["type"] = type, ["x"] = at[0].GetDouble(), ["y"] = at[1].GetDouble(), ["button"] = "left", ["clickCount"] = 1,
            });
        }
    }

    /// <summary>Points at a place inside an element, given in parts of its width and height.</summary>
    public async Task PointAsync(string selector, double x, double y)
    {
        JsonElement at = await EvaluateAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"(() => {{ const e = document.querySelector({JsonSerializer.Serialize(selector)}); e.scrollIntoView({{block: 'center'}}); const b = e.getBoundingClientRect(); return [b.x + b.width * {x}, b.y + b.height * {y}]; }})()"));
        await SendAsync("Input.dispatchMouseEvent", new() { ["type"] = "mouseMoved", ["x"] = at[0].GetDouble(), ["y"] = at[1].GetDouble() });
    }

    /// <summary>Presses a key on what has the focus.</summary>
    public async Task PressAsync(string key, string text = "")
    {
        await SendAsync("Input.dispatchKeyEvent", new()
        {
            ["type"] = "keyDown", ["key"] = key, ["code"] = key, ["text"] = text, ["windowsVirtualKeyCode"] = key == "Enter" ? 13 : key == "Tab" ? 9 : 0,
        });
        await SendAsync("Input.dispatchKeyEvent", new() { ["type"] = "keyUp", ["key"] = key, ["code"] = key });
    }

    /// <summary>A picture of the whole page, kept with the results of the test.</summary>
    public async Task ScreenshotAsync(string name)
    {
        JsonElement size = (await SendAsync("Page.getLayoutMetrics")).GetProperty("cssContentSize");
        JsonElement shot = await SendAsync("Page.captureScreenshot", new()
        {
            ["captureBeyondViewport"] = true,
            ["clip"] = new JsonObject
            {
                ["x"] = 0, ["y"] = 0, ["width"] = size.GetProperty("width").GetDouble(), ["height"] = size.GetProperty("height").GetDouble(), ["scale"] = 1,
            },
        });
        string folder = Directory.CreateDirectory(Path.Combine(TestContext.CurrentContext.WorkDirectory, "screenshots")).FullName;
        string file = Path.Combine(folder, name + ".png");
        await File.WriteAllBytesAsync(file, shot.GetProperty("data").GetBytesFromBase64());
        TestContext.AddTestAttachment(file);
    }

    public async Task<JsonElement> SendAsync(string method, JsonObject? parameters = null)
    {
        int id = Interlocked.Increment(ref _calls);
        var answer = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting[id] = answer;
        var call = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters ?? [] };
        if (_session is not null)
        {
            call["sessionId"] = _session;
        }

        await _socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(call), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        JsonElement message = await answer.Task.WaitAsync(s_patience);
        Assert.That(message.TryGetProperty("error", out JsonElement error), Is.False, $"{method}: {error}");
        return message.GetProperty("result");
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _reading;
        _socket.Dispose();
        _end.Dispose();
    }

    private async Task ReadAsync()
    {
        var buffer = new byte[1 << 16];
        using var message = new MemoryStream();
        try
        {
            while (true)
            {
                ValueWebSocketReceiveResult part = await _socket.ReceiveAsync(buffer.AsMemory(), _end.Token);
                message.Write(buffer, 0, part.Count);
                if (part.EndOfMessage)
                {
                    Take(JsonSerializer.Deserialize<JsonElement>(message.ToArray()));
                    message.SetLength(0);
                }
            }
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException)
        {
            foreach (TaskCompletionSource<JsonElement> waiting in _waiting.Values)
            {
                waiting.TrySetCanceled();
            }
        }
    }

    private void Take(JsonElement message)
    {
        if (message.TryGetProperty("id", out JsonElement id) && _waiting.TryRemove(id.GetInt32(), out TaskCompletionSource<JsonElement>? waiting))
        {
            waiting.SetResult(message);
            return;
        }

        JsonElement parameters = message.TryGetProperty("params", out JsonElement given) ? given : default;
        switch (message.TryGetProperty("method", out JsonElement method) ? method.GetString() : null)
        {
            case "Runtime.exceptionThrown":
            case "Log.entryAdded":
            case "Runtime.consoleAPICalled" when parameters.GetProperty("type").GetString() is "error" or "warning":
                Complaints.Enqueue(parameters.ToString());
                break;
            case "Network.requestWillBeSent":
                Requests.Enqueue(parameters.GetProperty("request").GetProperty("url").GetString()!);
                break;
        }
    }
}
