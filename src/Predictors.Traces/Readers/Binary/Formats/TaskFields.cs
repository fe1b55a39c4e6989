namespace Predictors.Traces.Readers.Binary.Formats;

/// <summary>The tasks that an event's records name: fields such as <c>next_comm</c> and <c>next_pid</c>.</summary>
internal sealed class TaskFields
{
    private const string Name = "comm";
    private readonly List<(TextField Name, NumberField Pid)> _pairs = [];
    private readonly int _minLength;

    /// <summary>Finds the pairs in an event's format.</summary>
    public TaskFields(EventFormat format, ByteOrder order)
    {
        foreach (FormatField field in format.Fields.Where(f => f.Name.EndsWith(Name, StringComparison.Ordinal)))
        {
            var pid = NumberField.Of(format, field.Name[..^Name.Length] + "pid", order);
            if (pid.IsThere && TextField.Of(format, field.Name, order) is { } name)
            {
                _pairs.Add((name, pid));
                _minLength = Math.Max(_minLength, Math.Max(name.End, pid.End));
            }
        }
    }

    /// <summary>Tells the tasks that a record names.</summary>
    public void Tell(ReadOnlySpan<byte> record, NamedTasks tasks)
    {
        foreach ((TextField name, NumberField pid) in record.Length >= _minLength ? _pairs : [])
        {
            if (name.TryRead(record, out ReadOnlySpan<byte> text))
            {
                tasks.See(text, pid.Read(record));
            }
        }
    }
}
