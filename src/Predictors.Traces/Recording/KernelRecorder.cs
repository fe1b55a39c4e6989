using Predictors.Traces.Readers.Binary.Formats;
using Predictors.Traces.RingBuffers;

namespace Predictors.Traces;

/// <summary>
/// Records events of the running kernel through a ring buffer of its own, which is created here and removed on disposal,
/// whatever happens in between. The kernel's main buffer and its settings are left alone.
/// </summary>
public sealed class KernelRecorder : IDisposable
{
    private const int PollTimeoutMs = 500;
    private const int PagesAtOnce = 1024;
    private const int PipesPerThread = 16;

    private readonly Tracefs _tracefs;
    private readonly RecordingOptions _options;
    private readonly string _folder;
    private readonly TraceInstance _instance;
    private readonly List<string> _events = [];
    private readonly List<CpuPipe> _pipes = [];
    private readonly List<Thread> _readers = [];
    private readonly int _pageBytes;
    private volatile bool _stopping;
    private volatile RecordingException? _failure;

    /// <summary>Prepares a recording; nothing is recorded yet.</summary>
    /// <param name="options">How it is made.</param>
    /// <param name="folder">An existing folder with room for the recording: it holds pages until they are written.</param>
    /// <exception cref="ArgumentOutOfRangeException">The buffer's size is out of its range.</exception>
    /// <exception cref="RecordingException">Nothing can be recorded here; the message says why.</exception>
    public KernelRecorder(RecordingOptions options, string folder)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.BufferKb, RecordingOptions.MinBufferKb);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.BufferKb, RecordingOptions.MaxBufferKb);
        _options = options;
        _folder = folder;
        _tracefs = Tracefs.Require();
        ChooseEvents();
        _pageBytes = PageBytes();
        _instance = TraceInstance.Create(_tracefs);
        try
        {
            Prepare();
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The events that this kernel does not have.</summary>
    public IReadOnlyList<string> MissingEvents => [.. _options.Events.Events.Except(_events)];

    /// <summary>Starts to record.</summary>
    /// <exception cref="RecordingException">The kernel refuses.</exception>
    public void Start()
    {
        foreach (CpuPipe[] pipes in _pipes.Chunk(PipesPerThread))
        {
            var reader = new Thread(() => Read(pipes)) { IsBackground = true, Name = "ring buffer reader" };
            _readers.Add(reader);
            reader.Start();
        }

        _instance.Start();
    }

    /// <summary>Ends the recording, removes the ring buffer and writes what was recorded as a trace-cmd file of version 6.</summary>
    /// <param name="output">The file, at its beginning; left open.</param>
    /// <returns>What was recorded.</returns>
    /// <exception cref="RecordingException">The ring buffer could not be read or removed.</exception>
    public RecordingResult Stop(Stream output)
    {
        ArgumentNullException.ThrowIfNull(output);
        EndReading();
        if (_failure is { } failure)
        {
            throw new RecordingException(failure.Message, failure);
        }

        byte[] clocks = _instance.Clocks();
        RecordedCpu[] cpus = [.. _pipes.Select(p => new RecordedCpu(p.Cpu, p.Bytes, _instance.LostEvents(p.Cpu)))];
        _pipes.ForEach(p => p.Close());
        _instance.Dispose();
        DatWriter.Write(output, _tracefs, _events, clocks, _pageBytes, _pipes);
        return new RecordingResult(cpus, MissingEvents, output.Length);
    }

    /// <summary>Ends what is still going on and removes the ring buffer and the pages.</summary>
    /// <exception cref="RecordingException">The ring buffer can't be removed.</exception>
    public void Dispose()
    {
        EndReading();
        _pipes.ForEach(p => p.Dispose());
        _pipes.Clear();
        if (Directory.Exists(_instance.Folder))
        {
            _instance.Dispose();
        }
    }

    private void ChooseEvents()
    {
        _events.AddRange(_options.Events.Events.Where(_tracefs.HasEvent));
        if (!_options.Events.Required.Any(_events.Contains))
        {
            throw new RecordingException(
                $"This kernel has none of {string.Join(", ", _options.Events.Required)}, without which nothing tells of idle periods"
                + (_options.Events == EventSet.Host ? ": is the kvm module loaded?" : "."));
        }
    }

    private void Prepare()
    {
        _instance.Configure(_options);
        _events.ForEach(_instance.Enable);
        foreach (int cpu in _instance.Cpus())
        {
            _pipes.Add(new CpuPipe(_instance.Folder, cpu, _pageBytes, _folder));
        }
    }

    // A page is its header and its data, both of which header_page describes.
    private int PageBytes()
    {
        FormatField? data = FormatText.Fields(System.Text.Encoding.ASCII.GetString(_tracefs.Read("events/header_page"))).FirstOrDefault(f => f.Name == "data");
        return data is { } field && field.End is >= Readers.Binary.TraceCmd.RingPageLayout.MinPageBytes and <= Readers.Binary.TraceCmd.RingPageLayout.MaxPageBytes
            ? field.End
            : throw new RecordingException("events/header_page does not tell the size of the ring buffer's pages.");
    }

    // The kernel wakes us once a buffer is half full: an idle machine is left alone as far as can be.
    private void Read(CpuPipe[] pipes)
    {
        var files = new NativeMethods.PollFile[pipes.Length];
        try
        {
            while (!_stopping)
            {
                for (int i = 0; i < pipes.Length; i++)
                {
                    files[i] = new NativeMethods.PollFile { File = pipes[i].Handle, Events = NativeMethods.PollIn };
                }

                if (NativeMethods.Poll(files, (nuint)files.Length, PollTimeoutMs) > 0)
                {
                    for (int i = 0; i < pipes.Length; i++)
                    {
                        _ = files[i].Returned != 0 && pipes[i].Drain(PagesAtOnce);
                    }
                }
            }
        }
        catch (Exception e) when (e is RecordingException or IOException)
        {
            _failure = e as RecordingException ?? new RecordingException($"The pages can't be kept in {_folder}: {e.Message}", e);
        }
    }

    private void EndReading()
    {
        if (_stopping)
        {
            return;
        }

        if (Directory.Exists(_instance.Folder))
        {
            _instance.Stop();
        }

        _stopping = true;
        _readers.ForEach(r => r.Join());
        if (_failure is null && _readers.Count > 0)
        {
            DrainAll();
        }
    }

    private void DrainAll()
    {
        try
        {
            foreach (CpuPipe pipe in _pipes)
            {
                while (pipe.Drain(PagesAtOnce))
                {
                }
            }
        }
        catch (Exception e) when (e is RecordingException or IOException)
        {
            _failure = e as RecordingException ?? new RecordingException($"The pages can't be kept in {_folder}: {e.Message}", e);
        }
    }
}
