using System.Buffers.Binary;
using System.Text;
using SynthFarm.Inference.Kernels;
using SynthFarm.Inference.Weights;

namespace SynthFarm.Inference.Tests.Weights;

public sealed class SafetensorsTests : IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("safetensors").FullName;

    public void Dispose() => Directory.Delete(directory, recursive: true);

    [Theory]
    [InlineData(SafetensorsDataType.F32)]
    [InlineData(SafetensorsDataType.F16)]
    [InlineData(SafetensorsDataType.BF16)]
    public void Values_that_the_type_can_hold_come_back_exactly(SafetensorsDataType type)
    {
        string path = Path.Combine(directory, "x.safetensors");
        float[] values = [0, -0f, 1, -2.5f, 0.15625f, 1024, float.PositiveInfinity, float.NaN];
        SafetensorsWriter.Write(path, [new("b", [2, 4], values), new("a", [], new float[] { 3 }), new("empty", [0, 4], Array.Empty<float>())], type);
        using SafetensorsFile file = SafetensorsFile.Open(path);
        Assert.Equal(["a", "b", "empty"], file.Tensors.Keys.Order());
        Assert.Equal([2, 4], file.Tensors["b"].Shape);
        Assert.Equal(values.Select(BitConverter.SingleToInt32Bits).SkipLast(1), file.Read("b").Select(BitConverter.SingleToInt32Bits).SkipLast(1));
        Assert.True(float.IsNaN(file.Read("b")[7]));
        Assert.Equal([3f], file.Read("a"));
        Assert.Empty(file.Read("empty"));
        Assert.Equal("pt", file.Metadata["format"]);
    }

    [Theory]
    [InlineData(0x3F800000u, 0x3F80)]
    [InlineData(0x3F808000u, 0x3F80)] // halfway, to even
    [InlineData(0x3F818000u, 0x3F82)] // halfway, to even
    [InlineData(0x3F808001u, 0x3F81)]
    [InlineData(0x7F7FFFFFu, 0x7F80)] // beyond the largest: infinity
    [InlineData(0x7F800001u, 0x7FC0)] // NaN must not become infinity
    public void Brain_floats_round_to_nearest_even(uint bits, int expected) =>
        Assert.Equal(expected, BFloat16.Round(BitConverter.UInt32BitsToSingle(bits)));

    [Fact]
    public void Equal_tensors_give_equal_bytes_in_any_order()
    {
        SafetensorsTensor one = new("one", [2], new float[] { 1, 2 }), two = new("two", [1], new float[] { 3 });
        SafetensorsWriter.Write(Path.Combine(directory, "a"), [one, two]);
        SafetensorsWriter.Write(Path.Combine(directory, "b"), [two, one]);
        Assert.Equal(File.ReadAllBytes(Path.Combine(directory, "a")), File.ReadAllBytes(Path.Combine(directory, "b")));
        Assert.Equal(2, Directory.GetFiles(directory).Length);
    }

    [Fact]
    public void A_large_tensor_crosses_the_copy_buffer_unharmed()
    {
        float[] values = [.. Enumerable.Range(0, 700_001).Select(i => (float)(i % 256))];
        foreach (SafetensorsDataType type in Enum.GetValues<SafetensorsDataType>())
        {
            string path = Path.Combine(directory, type.ToString());
            SafetensorsWriter.Write(path, [new("x", [700_001], values)], type);
            using SafetensorsFile file = SafetensorsFile.Open(path);
            Assert.Equal(values, file.Read("x"));
        }
    }

    [Theory]
    [InlineData("""{"x":{"dtype":"I64","shape":[1],"data_offsets":[0,8]}}""", 8, "tensor 'x' has dtype \"I64\"")]
    [InlineData("""{"x":{"shape":[2],"data_offsets":[0,8]}}""", 8, "tensor 'x' has no dtype")]
    [InlineData("""{"x":{"dtype":"F32","shape":[2],"data_offsets":[0,12]}}""", 8, "tensor 'x' has data_offsets [0, 12] outside the 8 bytes")]
    [InlineData("""{"x":{"dtype":"F32","shape":[2],"data_offsets":[8,0]}}""", 8, "tensor 'x' has data_offsets [8, 0]")]
    [InlineData("""{"x":{"dtype":"F32","shape":[3],"data_offsets":[0,8]}}""", 8, "tensor 'x' has 8 bytes; F32 [3] needs 12")]
    [InlineData("""{"x":{"dtype":"F32","shape":[-2],"data_offsets":[0,8]}}""", 8, "tensor 'x' has -2 in shape")]
    [InlineData("""{"x":{"dtype":"F32","shape":[4611686018427387904,4],"data_offsets":[0,8]}}""", 8, "tensor 'x' has shape")]
    [InlineData("""{"x":{"dtype":"F32","shape":[2],"data_offsets":[0]}}""", 8, "tensor 'x' has 1 data_offsets")]
    [InlineData("""{"x":{"dtype":"F32","shape":2,"data_offsets":[0,8]}}""", 8, "tensor 'x' has no list of integers under shape")]
    [InlineData("""{"x":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"y":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", 4, "tensor 'y' begins at byte 0")]
    [InlineData("""{"x":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""", 8, "tensor 'x' begins at byte 4")]
    [InlineData("""{"x":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", 8, "end at byte 4 but the data has 8")]
    [InlineData("""{"x":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"x":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""", 8, "tensor 'x' appears twice")]
    [InlineData("""{"x":3}""", 0, "tensor 'x' is a JSON Number")]
    [InlineData("""[1]""", 0, "not an object")]
    [InlineData("""{"x":""", 0, "not valid JSON")]
    public void A_damaged_header_is_an_error_that_names_the_tensor(string header, int dataBytes, string expected)
    {
        string path = Path.Combine(directory, "bad");
        byte[] text = Encoding.UTF8.GetBytes(header), file = new byte[8 + text.Length + dataBytes];
        BinaryPrimitives.WriteInt64LittleEndian(file, text.Length);
        text.CopyTo(file, 8);
        File.WriteAllBytes(path, file);
        string message = Assert.Throws<InvalidDataException>(() => SafetensorsFile.Open(path)).Message;
        Assert.Contains(expected, message, StringComparison.Ordinal);
        Assert.StartsWith(path, message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new byte[] { 1, 2, 3 })]
    [InlineData(new byte[] { 255, 255, 255, 255, 255, 255, 255, 255 })]
    [InlineData(new byte[] { 200, 0, 0, 0, 0, 0, 0, 0, 123, 125 })]
    public void A_header_longer_than_the_file_is_an_error(byte[] bytes)
    {
        string path = Path.Combine(directory, "short");
        File.WriteAllBytes(path, bytes);
        Assert.Throws<InvalidDataException>(() => SafetensorsFile.Open(path));
    }
}
